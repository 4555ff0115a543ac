import { LAYERS, SEVERITIES } from "#lib/catalog/framework.ts";

type Query = Record<string, string | string[] | undefined>;

/** The filter that an address asks for; what it does not know it does not filter by. */
export function scanFilter(query: Query) {
  const one = (name: string) => (typeof query[name] === "string" ? query[name].slice(0, 100) : "");
  const known = <T extends string>(name: string, values: readonly T[]): T | null =>
    values.find((value) => value === one(name)) ?? null;
  const filter = {
    severity: known("severity", SEVERITIES),
    outcome: known("outcome", ["fail", "not-assessable"]),
    layer: known("layer", LAYERS),
    check: /^[a-z0-9-]{1,80}$/.test(one("check")) ? one("check") : null,
    text: one("text"),
  };
  const set = Object.entries(filter).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return { ...filter, page: Number.parseInt(one("page"), 10) || 1, query: new URLSearchParams(set).toString() };
}
