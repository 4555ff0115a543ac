/** A path of this portal out of what an address bar says; anything else leads to the root. */
export function ownPath(asked: string | string[] | undefined): string {
  const path = typeof asked === "string" ? asked : "";
  return /^\/(?![/\\])[\w\-./?=&%]*$/.test(path) && !/%(2f|5c)/i.test(path) && !path.startsWith("/api/") ? path : "/";
}
