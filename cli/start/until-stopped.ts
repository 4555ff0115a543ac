/** Waits for Ctrl-C (or a supervisor's SIGTERM), then stops everything in order and ends the process. */
export async function untilStopped(steps: (() => Promise<void>)[]): Promise<never> {
  await new Promise<void>((stop) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => stop());
  });
  for (const step of steps) await step();
  process.exit(0);
}
