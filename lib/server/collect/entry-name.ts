/** Why a name inside an archive is refused, or null. Names are labels only; one that tries to be a path is an attack. */
export function refusedName(name: string): string | null {
  if (name.length > 4_096) return "its name is longer than any path";
  if (name.includes("\u0000")) return "its name holds a NUL";
  if (name.startsWith("/") || /^[A-Za-z]:/.test(name) || name.includes("\\"))
    return "its name is an absolute or foreign path";
  if (name.split("/").includes("..")) return "its name climbs out of the archive (..)";
  return null;
}

/** The name as it may be shown. */
export function shownName(name: string): string {
  return [...name.slice(0, 200)].map((char) => (char < " " || char === "\u007f" ? "?" : char)).join("");
}
