/** An IPv4 block as first and last address, both included; null when it is none. */
function blockOf(cidr: unknown): { first: number; last: number } | null {
  if (typeof cidr !== "string") return null;
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:\/(\d{1,2}))?$/.exec(cidr.trim());
  if (!match) return null;
  const bits = match[5] === undefined ? 32 : Number(match[5]);
  const address = match.slice(1, 5).reduce((sum, part) => sum * 256 + Number(part), 0);
  if (bits > 32) return null;
  const size = 2 ** (32 - bits);
  const first = Math.floor(address / size) * size;
  return { first, last: first + size - 1 };
}

/** True when an IPv4 block contains an address or a smaller block. */
export function cidrContains(cidr: unknown, inner: string): boolean {
  const outer = blockOf(cidr);
  const block = blockOf(inner);
  return outer !== null && block !== null && outer.first <= block.first && block.last <= outer.last;
}
