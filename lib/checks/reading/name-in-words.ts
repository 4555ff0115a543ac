/** `container "web"`, or `a container without a name` where the input gives none that can be read. */
export function nameInWords(thing: string, name: unknown): string {
  return typeof name === "string" && name !== "" ? `${thing} "${name}"` : `a ${thing} without a name`;
}
