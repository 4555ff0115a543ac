import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";

export type SecondPortal = { origin: string; start: () => Promise<void>; kill: () => Promise<void> };

/** Another process of the portal on the database of the run, which a test may kill and start again. */
export async function secondPortal(): Promise<SecondPortal> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  let portal: ChildProcess | null = null;
  return {
    origin,
    start: async () => {
      const own = spawn(process.execPath, ["cli/start.ts"], {
        stdio: ["ignore", "ignore", "inherit"],
        env: {
          ...process.env,
          NODE_ENV: "production",
          DATABASE_URL: process.env.E2E_DATABASE_URL,
          NEXTAUTH_URL: origin,
          PORT: String(port),
        },
      });
      portal = own;
      const isReady = () =>
        fetch(`${origin}/api/ready`).then(
          (answer) => answer.ok,
          () => false,
        );
      while (!(await isReady())) {
        if (own.exitCode !== null) throw new Error(`the second portal ended with ${own.exitCode}`);
        await new Promise((later) => setTimeout(later, 100));
      }
    },
    /** As a machine that fails would end it: nothing is closed, nobody is told. */
    kill: async () => {
      const own = portal;
      if (!own || own.exitCode !== null || own.signalCode !== null) return;
      const ended = new Promise((done) => own.once("exit", done));
      own.kill("SIGKILL");
      await ended;
    },
  };
}

export function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((done) => {
    server.listen(0, () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });
}
