/** True for an IPv4 or IPv6 address that the internet routes: not private, shared, loopback or link-local. */
export function isPublicAddress(address: unknown): boolean {
  if (typeof address !== "string") return false;
  const text = address
    .trim()
    .toLowerCase()
    .replace(/^::ffff:(?=\d+\.)/, "");
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)?.slice(1).map(Number);
  if (parts) return parts.every((part) => part < 256) && !isReservedV4(parts[0] ?? 0, parts[1] ?? 0);
  return isV6(text) && !/^(fc|fd|fe[89ab]|ff|::1?$|2001:0?db8)/.test(text);
}

/** True for anything that is written like an address, public or not. */
export function isAddress(address: unknown): boolean {
  return typeof address === "string" && (/^\d{1,3}(\.\d{1,3}){3}$/.test(address.trim()) || isV6(address.trim()));
}

function isV6(text: string): boolean {
  return text.includes(":") && /^[0-9a-f:.]+$/i.test(text);
}

// RFC 1918, 6598 (shared by carriers and some clouds), 1122 and 3927.
function isReservedV4(first: number, second: number): boolean {
  return (
    first === 0 ||
    first === 10 ||
    first === 127 ||
    first >= 224 ||
    (first === 100 && second >= 64 && second < 128) ||
    (first === 169 && second === 254) ||
    (first === 172 && second >= 16 && second < 32) ||
    (first === 192 && second === 168)
  );
}
