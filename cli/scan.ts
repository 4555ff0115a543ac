/** npm run scan -- …: the scan engine without the portal. What it prints and returns is a contract; see docs/commands.md. */

import { CHECKS } from "#lib/checks/registry.ts";
import packageFile from "../package.json" with { type: "json" };
import { readArguments, USAGE } from "./scan/arguments.ts";
import { growSlowly, rerunForLargeInput } from "./scan/heap.ts";
import { jsonText, reaches, type ScanDocument, toDocument } from "./scan/json.ts";
import { toSarif } from "./scan/sarif.ts";
import { fromCaller, scanPaths } from "./scan/scan-paths.ts";
import { toTable } from "./scan/table.ts";

const { version: VERSION } = packageFile;
const EXIT = { below: 0, reached: 1, unreadable: 2 } as const;

const options = readArguments(process.argv.slice(2));
if ("wrong" in options) {
  console.error(`${options.wrong}\n\n${USAGE}`);
  process.exit(EXIT.unreadable);
}
growSlowly();
const rerun = await rerunForLargeInput(options.paths.map(fromCaller));
if (rerun !== null) process.exit(rerun);
// Whoever reads only the first lines (head) closes the pipe: that is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) =>
  process.exit(error.code === "EPIPE" ? EXIT.below : EXIT.unreadable),
);

const { format, each, all, failOn } = options;
const exits: number[] = [];
const documents: ScanDocument[] = [];
for (const paths of each ? options.paths.map((path) => [path]) : [options.paths]) {
  const { report, isUnreadable } = await scanPaths(paths, options.kubernetesVersion, { passes: all });
  const document = toDocument(report, { source: paths.toSorted().join(" "), all });
  const hasReached = document.results.some(
    ({ outcome, severity }) => outcome === "fail" && failOn !== null && reaches(severity, failOn),
  );
  exits.push(isUnreadable ? EXIT.unreadable : hasReached ? EXIT.reached : EXIT.below);
  if (format === "table") await print(toTable(document));
  else if (format === "json") for (const text of jsonText(document, each)) await print(text);
  else documents.push(document);
}
if (format === "sarif") await print(`${JSON.stringify(toSarif(documents, CHECKS, VERSION), null, 2)}\n`);
process.exitCode = Math.max(...exits);

/** Waits until the text is taken, so that a slow reader does not make us hold everything. */
function print(text: string): Promise<void> {
  return new Promise((done) => {
    process.stdout.write(text, () => done());
  });
}
