/** npm run new-check -- GROUP ID: writes the declaration, its cases and its place in the registry. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { constantName, registryText } from "./start/check-registry.ts";

const [group = "", id = ""] = process.argv.slice(2);
const kebab = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
if (!kebab.test(group) || !kebab.test(id)) {
  console.error("usage: npm run new-check -- GROUP ID   (both kebab-case; the id is the row of the inventory)");
  process.exit(2);
}
const path = `lib/checks/${group}/${id}`;
if (existsSync(`${path}.ts`)) {
  console.error(`${path}.ts exists already`);
  process.exit(2);
}
mkdirSync(`lib/checks/${group}`, { recursive: true });
writeFileSync(
  `${path}.ts`,
  `import { check, PASS } from "../check.ts";

export const ${constantName(id)} = check({
  id: "${id}",
  title: "",
  severity: "medium",
  layer: "container",
  dimension: "security",
  concern: null,
  references: [],
  why: "",
  seeByHand: "",
  fix: "",
  before: "",
  after: "",
  of: "workload",
  look: () => PASS,
});
`,
);
writeFileSync(`${path}.cases.yaml`, "cases:\n  - name: passes\n    outcome: pass\n    objects: []\n");
writeFileSync("lib/checks/registry.ts", registryText());
console.log(`wrote ${path}.ts and ${path}.cases.yaml; the cases test says what is missing`);
