import { writeFileSync } from "node:fs";
import { type SnapshotList, snapshotOf } from "#fixtures/demo/build/snapshot.ts";
import { harborProd } from "#fixtures/demo/harbor-prod/estate.ts";
import { harborStaging } from "#fixtures/demo/harbor-staging/estate.ts";

/** Writes the two snapshots of the demo organization. Knows no clock and no chance: the same bytes each time. */

function write(name: string, snapshot: SnapshotList): void {
  const file = new URL(`../fixtures/demo/${name}.json`, import.meta.url);
  const text = `${JSON.stringify(snapshot, null, 4)}\n`;
  writeFileSync(file, text);
  console.log(`${name}: ${snapshot.items.length} objects, ${Math.round(text.length / 1024)} KiB`);
}

write("harbor-prod", snapshotOf(harborProd()));
write("harbor-staging", snapshotOf(harborStaging()));
