/** npm run bench: every benchmark in a process of its own, one line a figure, with its unit. */
import { spawn } from "node:child_process";
import { generatePrismaClient } from "../cli/start/prepare.ts";

await generatePrismaClient();
let failed = 0;
for (const name of ["scan", "limits", "fuzz", "long-texts", "plan", "pdf", "workbook", "portal", "live"]) {
  const child = spawn(process.execPath, ["--expose-gc", "--disable-warning=ExperimentalWarning", `bench/${name}.ts`], {
    stdio: "inherit",
  });
  const code = await new Promise((done) => child.once("close", done));
  if (code !== 0) failed++;
}
process.exit(failed === 0 ? 0 : 1);
