/** npm run scan -- …: the scan engine without the portal. What it prints and returns is a contract; see docs/commands.md. */
import { CHECKS } from "#lib/checks/registry.ts";
import { scan } from "#lib/checks/scan.ts";
import type { Unreadable } from "#lib/kubernetes/object.ts";
import { COMMAND_LIMITS, SourceRefused } from "#lib/server/collect/limits.ts";
import { openSource } from "#lib/server/collect/open-source.ts";
import { readSnapshot } from "#lib/server/collect/read-snapshot.ts";
import type { SourceFile } from "#lib/server/collect/source-file.ts";
import { readArguments, USAGE } from "./scan/arguments.ts";
import { reaches, toJson } from "./scan/json.ts";
import { toSarif } from "./scan/sarif.ts";
import { toTable } from "./scan/table.ts";

const read = readArguments(process.argv.slice(2));
if ("wrong" in read) {
  console.error(`${read.wrong}\n\n${USAGE}`);
  process.exit(2);
}
const options = read;

let reached = false;
let unreadable = false;
const groups = options.each ? options.paths.map((path) => [path]) : [options.paths];
const documents = [];
for (const paths of groups) {
  const report = await scanPaths(paths);
  const source = paths.join(" ");
  const document = toJson(report, { source, all: options.all });
  unreadable ||= report.unreadable.some((part) => !part.foreign);
  reached ||=
    options.failOn !== null &&
    document.results.some(
      (result) => result.outcome === "fail" && reaches(result.severity, options.failOn ?? "critical"),
    );
  if (options.format === "json")
    process.stdout.write(`${JSON.stringify(document, null, options.each ? undefined : 2)}\n`);
  else if (options.format === "table") process.stdout.write(toTable(document));
  else documents.push(document);
}
if (options.format === "sarif") process.stdout.write(`${JSON.stringify(toSarif(documents, CHECKS), null, 2)}\n`);
process.exitCode = unreadable ? 2 : reached ? 1 : 0;

async function scanPaths(paths: readonly string[]) {
  const refused: Unreadable[] = [];
  const snapshot = await readSnapshot(filesOf(paths, refused));
  return scan(
    {
      ...snapshot,
      unreadable: [...snapshot.unreadable, ...refused],
      kubernetesVersion: options.kubernetesVersion ?? snapshot.kubernetesVersion,
    },
    CHECKS,
  );
}

/** Files of every path in turn; a path that is refused is listed, and does not stop the others. */
async function* filesOf(paths: readonly string[], refused: Unreadable[]): AsyncGenerator<SourceFile> {
  for (const path of paths) {
    try {
      if (path === "-") yield { path: "-", bytes: process.stdin };
      else yield* openSource(path, path, COMMAND_LIMITS);
    } catch (error) {
      if (!(error instanceof SourceRefused)) throw error;
      refused.push({ path, reason: error.message });
    }
  }
}
