/** As the API server has it: at most fifteen characters, a letter among them, no dash at an end or doubled. */
const PORT_NAME = /^(?=.{1,15}$)(?=.*[a-z])(?!.*--)[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;
const LAST_PORT = 65_535;

/** True for a name that a port of a container or Service may have. */
export function isPortName(name: string): boolean {
  return PORT_NAME.test(name);
}

/** True for 1 to 65535. */
export function isPortNumber(port: number): boolean {
  return Number.isInteger(port) && port >= 1 && port <= LAST_PORT;
}

/** A port as manifests write it, digits in quotes taken for the number that they are; null for what is neither. */
export function parsePort(value: unknown): number | string | null {
  if (typeof value === "string") return /^\d+$/.test(value) ? Number(value) : value;
  return typeof value === "number" ? value : null;
}
