import { unzipSync, type Zippable, zipSync } from "fflate";

/** Before any time zone's midnight this would be 1979, which an archive cannot say. */
const ALWAYS = { mtime: new Date(1980, 0, 1), level: 6 } as const;
/** A shape with a name of ours: for those who cannot see it the name is its description, which the library writes for pictures only. */
const NAMED = /(<p:cNvPr id="\d+") name="([^"]*: [^"]*)"(?=>|\/>)/g;
const MOMENT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g;

/** The library counts charts through the life of the process. */
const COUNTED = /\b(chart|Microsoft_Excel_Worksheet)(\d+)(?=\.(?:xml|xlsx))/g;

/** An Office file with every moment of its making replaced by the date of what it tells; workbooks within it too. */
export function sameBytes(file: Uint8Array, date: string): Uint8Array {
  const found = Object.entries(unzipSync(file)).filter(([path]) => !path.endsWith("/"));
  const recount = counter(found.map(([path]) => path));
  const parts: Zippable = {};
  for (const [path, bytes] of found
    .map(([path, bytes]) => [recount(path), bytes] as const)
    .toSorted(([a], [b]) => order(a, b)))
    parts[path] = [partOf(path, bytes, date, recount), ALWAYS];
  return zipSync(parts);
}

type Recount = (text: string) => string;

/** Charts counted from 1 in each file. */
function counter(paths: readonly string[]): Recount {
  const numbers = [
    ...new Set(paths.flatMap((path) => [...path.matchAll(COUNTED)].map(([, , number]) => Number(number)))),
  ];
  numbers.sort((a, b) => a - b);
  return (text) =>
    text.replace(COUNTED, (_, name: string, number: string) => `${name}${numbers.indexOf(Number(number)) + 1}`);
}

function partOf(path: string, bytes: Uint8Array, date: string, recount: Recount): Uint8Array {
  if (path.endsWith(".xlsx")) return sameBytes(bytes, date);
  const text = () => new TextDecoder().decode(bytes);
  const told = (xml: string) => new TextEncoder().encode(xml);
  if (path === "docProps/core.xml") return told(text().replace(MOMENT, `${date.slice(0, 10)}T00:00:00Z`));
  if (path.endsWith(".rels") || path === "[Content_Types].xml") return told(recount(text()));
  if (/^ppt\/slides\/slide\d+\.xml$/.test(path)) return told(text().replace(NAMED, '$1 name="$2" descr="$2"'));
  return bytes;
}

/** The list of content types comes first, where readers look for it. */
function order(a: string, b: string): number {
  const first = Number(b === "[Content_Types].xml") - Number(a === "[Content_Types].xml");
  return first || (a < b ? -1 : 1);
}
