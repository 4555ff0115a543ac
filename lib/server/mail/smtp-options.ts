const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];
const SAID = ["requireTLS", "ignoreTLS", "opportunisticTLS"];

/**
 * What the address of the mail server leaves open. A password never goes over a connection that is not encrypted, unless the
 * server is this machine or the address itself says otherwise (`?requireTLS=false`): a server between the two could take
 * the offer of encryption out of the greeting.
 */
export function smtpOptions(url: string) {
  const { protocol, hostname, username, password, searchParams } = new URL(url);
  const isOpen = protocol === "smtp:" && username + password !== "";
  const isSaid = SAID.some((name) => searchParams.has(name));
  return {
    url,
    ...(isOpen && !isSaid && !LOOPBACK.includes(hostname) ? { requireTLS: true } : {}),
    ...{ connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, dnsTimeout: 10_000 },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  };
}
