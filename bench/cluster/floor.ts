/** What any scanner must do at least: cut the bytes of a dump at the borders of its entries, and parse each. */
import { createReadStream } from "node:fs";
import { JsonSplitter } from "#lib/kubernetes/split-json.ts";

const [path = ""] = process.argv.slice(2);
const decoder = new TextDecoder();
const splitter = new JsonSplitter();
let entries = 0;
const started = performance.now();
for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Uint8Array>) {
  for (const { bytes } of splitter.push(chunk)) {
    JSON.parse(decoder.decode(bytes));
    entries++;
  }
}
splitter.end();
console.log(JSON.stringify({ entries, seconds: (performance.now() - started) / 1000 }));
