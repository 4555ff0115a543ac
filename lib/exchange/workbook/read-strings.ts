import { cellText } from "./cell-text.ts";
import { xmlEvents } from "./xml-events.ts";

/** The texts of xl/sharedStrings.xml in their order; reading aids of East Asian texts are no part of them. */
export function readStrings(xml: string): string[] {
  const strings: string[] = [];
  let parts: string | null = null;
  let within = "";
  let aside = 0;
  for (const event of xmlEvents(xml)) {
    if (event.is === "text") {
      if (parts !== null && within === "t" && aside === 0) parts += event.text;
      continue;
    }
    if (event.name === "rPh" && !(event.is === "open" && event.empty)) aside += event.is === "open" ? 1 : -1;
    if (event.name === "t") within = event.is === "open" && !event.empty ? "t" : "";
    if (event.name === "si") {
      if (event.is === "open") parts = "";
      if (event.is === "close" || event.empty) {
        strings.push(cellText(parts ?? ""));
        parts = null;
      }
    }
  }
  return strings;
}
