import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

const ROOM = "lib/checks";

/** Paths of all checks, "<group>/<id>", sorted. */
export function checkPaths(): string[] {
  return readdirSync(ROOM, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((group) =>
      readdirSync(join(ROOM, group.name))
        .filter((name) => name.endsWith(".cases.yaml"))
        .map((name) => `${group.name}/${name.slice(0, -".cases.yaml".length)}`),
    )
    .filter((path) => existsSync(join(ROOM, `${path}.ts`)))
    .sort();
}

/** The text of lib/checks/registry.ts. */
export function registryText(): string {
  const paths = checkPaths();
  const names = paths.map((path) => constantName(path.split("/")[1] ?? ""));
  const imports = [
    'import type { Check } from "./check.ts";',
    ...paths.map((path, index) => `import { ${names[index]} } from "./${path}.ts";`),
  ].sort((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1));
  return [
    "// Made by cli/generate-check-registry.ts from the folders; a test holds it to them.",
    "",
    ...imports,
    "",
    `export const CHECKS: readonly Check[] = [\n${names.map((name) => `  ${name},`).join("\n")}\n];`,
    "",
    "const BY_ID = new Map(CHECKS.map((check) => [check.id, check]));",
    "",
    "/** The check of this id, if there is one. */",
    "export function checkById(id: string): Check | undefined {",
    "  return BY_ID.get(id);",
    "}",
    "",
  ].join("\n");
}

/** Imports stand in the order of what they import, as the linter wants them. */
function pathOf(line: string): string {
  return line.slice(line.indexOf('"') + 1, -'.ts";'.length);
}

/** privileged-container -> privilegedContainer */
export function constantName(id: string): string {
  return id.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
