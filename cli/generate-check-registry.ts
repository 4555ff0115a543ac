/** Writes lib/checks/registry.ts from the folders: every lib/checks/<group>/<id>.ts that has <id>.cases.yaml beside it. */
import { writeFileSync } from "node:fs";
import { registryText } from "./start/check-registry.ts";

writeFileSync("lib/checks/registry.ts", registryText());
