/** The only clock of the server; tests hand their own time to the core instead. */
export function now(): Date {
  return new Date();
}
