/** True for an http(s) address of a host, without a user or password in it. Anything else is never made a link. */
export function isWebAddress(value: string): boolean {
  const url = URL.parse(value);
  return (
    url !== null &&
    (url.protocol === "https:" || url.protocol === "http:") &&
    url.hostname !== "" &&
    url.username === "" &&
    url.password === ""
  );
}

/** The host that a link leads to, as people may check it; "" for what is no web address. */
export function hostOf(value: string): string {
  return isWebAddress(value) ? (URL.parse(value)?.host ?? "") : "";
}
