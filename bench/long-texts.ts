import { longText, PUMPS, scanLongText, type TextField, textFields } from "#lib/server/collect/long-texts.fixture.ts";

const MEGABYTE = 1_000_000;
/** No pattern may dwell longer on a text, wherever it stands. */
const LONGEST_MILLISECONDS = 50;
const TRIES = 5;

const fields = textFields();
const started = performance.now();
let longest = { milliseconds: 0, of: "" };
for (const [at, field] of fields.entries())
  for (const turn of [0, 1]) {
    const pump = PUMPS[(at + turn * 3) % PUMPS.length] ?? "a";
    const seen = await leastOf(field, longText(pump, MEGABYTE));
    if (seen.milliseconds > longest.milliseconds) longest = { ...seen, of: `${seen.of} of ${JSON.stringify(pump)}` };
  }
const seconds = (performance.now() - started) / 1000;
console.log(
  `long texts: 1 MB in each of ${fields.length} text fields, ${fields.length * 2} scans in ${seconds.toFixed(1)} s; longest step ${longest.milliseconds.toFixed(1)} ms of CPU (bound ${LONGEST_MILLISECONDS} ms): ${longest.of}`,
);
process.exit(longest.milliseconds > LONGEST_MILLISECONDS ? 1 : 0);

/** What took too long is tried again: garbage is collected at odd times, and the machine has other work. */
async function leastOf(field: TextField, text: string): Promise<{ milliseconds: number; of: string }> {
  let least = await scanLongText(field, text);
  for (let tries = 1; tries < TRIES && least.milliseconds > LONGEST_MILLISECONDS / 2; tries++) {
    const again = await scanLongText(field, text);
    if (again.milliseconds < least.milliseconds) least = again;
  }
  return least;
}
