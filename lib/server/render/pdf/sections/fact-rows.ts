import type { Row } from "../table.ts";
import { TYPE } from "../type-scale.ts";

export const FACT_COLUMNS = [
  { title: "What", share: 6 },
  { title: "As it was", share: 15 },
];

/** A line of a table of facts; `mono`: a hash or another text that is compared sign by sign. */
export function factRow(what: string, value: string, mono = false): Row {
  return { cells: [[{ text: what, style: TYPE.smallBold }], [{ text: value, style: mono ? TYPE.code : TYPE.small }]] };
}

/** A SHA-256 as two halves, so that it breaks in its middle. */
export function inHalves(hash: string): string {
  return hash.replace(/(.{32})(?=.)/g, "$1 ");
}
