/** Whether only programs on the same machine reach an address ("127.0.0.1", "[::1]:10249", "localhost"). */
export function isLoopback(address: string): boolean {
  return /^(127(\.\d{1,3}){3}|localhost)(:\d+)?$|^\[?::1\]?$|^\[::1\]:\d+$/i.test(address.trim());
}
