/**
 * One text for one value, so that equal reports have equal digests: keys sorted by UTF-16 code units, no white space,
 * numbers as ECMAScript writes them (RFC 8785). Undefined members are left out, as JSON does; undefined in a list is
 * null. Throws on what JSON cannot say (NaN, infinity, functions, symbols, bigints) and on values that contain themselves.
 */
export function canonicalJson(value: unknown): string {
  return write(value, []);
}

function write(value: unknown, around: readonly unknown[]): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "string") return JSON.stringify(value.toWellFormed());
  if (typeof value === "number") return writeNumber(value);
  if (typeof value !== "object") throw new Error(`a ${typeof value} has no canonical JSON`);
  if (around.includes(value)) throw new Error("a value that contains itself has no canonical JSON");
  const inside = [...around, value];
  if (Array.isArray(value)) return `[${value.map((item) => write(item ?? null, inside)).join(",")}]`;
  if (Object.getPrototypeOf(value) !== Object.prototype && Object.getPrototypeOf(value) !== null) {
    throw new Error("only plain objects have canonical JSON");
  }
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  members.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${members.map(([key, member]) => `${JSON.stringify(key.toWellFormed())}:${write(member, inside)}`).join(",")}}`;
}

function writeNumber(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`${value} has no canonical JSON`);
  return JSON.stringify(value === 0 ? 0 : value);
}
