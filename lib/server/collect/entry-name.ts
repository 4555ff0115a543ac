/** Why a name inside an archive is refused, or null. Names are labels only; one that tries to be a path is an attack. */
export function refusedName(name: string): string | null {
  if (name === "") return "it has no name";
  if (name.length > 4_096) return "its name is longer than any path";
  if (name.includes("\u0000")) return "its name holds a NUL";
  if (name.startsWith("/") || /^[A-Za-z]:/.test(name) || name.includes("\\"))
    return "its name is an absolute or foreign path";
  if (name.split("/").includes("..")) return "its name climbs out of the archive (..)";
  return null;
}

/** Characters that a terminal or a page would act on: controls, and marks that turn the direction of writing. */
const UNSHOWN = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** The name as it may be shown. */
export function shownName(name: string): string {
  const short = name.length > 200 ? `${name.slice(0, 100)}…${name.slice(-100)}` : name;
  return short.toWellFormed().replace(UNSHOWN, "?");
}
