import type { Finding } from "#lib/scoring/finding.ts";

type Query = Record<string, string | string[] | undefined>;
const ASKS = ["concern", "layer", "dimension"] as const;

/** The findings that an address asks for: by concern, layer, dimension, as the maps link to them. */
export function findingFilter(query: Query): { matches: (finding: Finding) => boolean; about: string } {
  const wanted = ASKS.flatMap((name): [(typeof ASKS)[number], string][] => {
    const value = query[name];
    return typeof value === "string" && /^[a-z-]{1,60}$/.test(value) ? [[name, value]] : [];
  });
  return {
    matches: (finding) => wanted.every(([name, value]) => finding[name] === value),
    about: wanted.map(([, value]) => value).join(", "),
  };
}
