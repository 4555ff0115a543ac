/** From when until when a certificate is good, in milliseconds since 1970 (UTC). */
export type Validity = { notBefore: number; notAfter: number };

const BEGIN = "-----BEGIN CERTIFICATE-----";
const END = "-----END CERTIFICATE-----";
/** A bundle of all public authorities has about 150. */
const MOST_CERTIFICATES = 500;
const SEQUENCE = 0x30;
const VERSION = 0xa0;
const INTEGER = 0x02;
const UTC_TIME = 0x17;
const GENERALIZED_TIME = 0x18;

/**
 * The validity of each certificate in a text, in order: PEM, or PEM in base64 as Kubernetes keeps it. What cannot be read
 * is left out. Reads dates alone (RFC 5280, 4.1.2.5); signatures are not checked.
 */
export function validitiesIn(text: string): Validity[] {
  const pem = text.includes(BEGIN) ? text : (decodeBase64(text) ?? "");
  const found: Validity[] = [];
  let at = pem.indexOf(BEGIN);
  while (at >= 0 && found.length < MOST_CERTIFICATES) {
    const end = pem.indexOf(END, at);
    if (end < 0) break;
    const der = decodeBase64(pem.slice(at + BEGIN.length, end));
    const validity = der === null ? null : validityOf(der);
    if (validity !== null) found.push(validity);
    at = pem.indexOf(BEGIN, end);
  }
  return found;
}

const MARKER = /^\[redacted\] certificate from (\d{4}-\d\d-\d\dT[\d:.]+Z) until (\d{4}-\d\d-\d\dT[\d:.]+Z)$/;

/** Stands where a certificate stood in a Secret: of the first in the text nothing but its dates. Null where none is. */
export function certificateMarker(text: string): string | null {
  if (markedValidity(text)) return text;
  const [first] = validitiesIn(text);
  if (!first) return null;
  const [from, until] = [first.notBefore, first.notAfter].map((time) => new Date(time).toISOString());
  return `[redacted] certificate from ${from} until ${until}`;
}

/** The dates out of such a marker; null for any other text. */
export function markedValidity(text: string): Validity | null {
  const [notBefore, notAfter] = (MARKER.exec(text) ?? []).slice(1).map((time) => Date.parse(time));
  if (notBefore === undefined || notAfter === undefined) return null;
  return Number.isNaN(notBefore + notAfter) ? null : { notBefore, notAfter };
}

/** The bytes as characters 0 to 255; null for what is no base64. */
function decodeBase64(text: string): string | null {
  try {
    return atob(text);
  } catch {
    return null;
  }
}

/** An element of DER: its tag, and where its content begins and ends. */
type Element = { tag: number; start: number; end: number };

/** Certificate { tbs { version?, serial, algorithm, issuer, validity { notBefore, notAfter }, … } … } */
function validityOf(der: string): Validity | null {
  const certificate = elementAt(der, 0);
  const tbs = certificate?.tag === SEQUENCE ? elementAt(der, certificate.start) : null;
  if (tbs?.tag !== SEQUENCE) return null;
  const first = elementAt(der, tbs.start);
  const serial = first?.tag === VERSION ? elementAt(der, first.end) : first;
  if (serial?.tag !== INTEGER) return null;
  const algorithm = elementAt(der, serial.end);
  const issuer = algorithm && elementAt(der, algorithm.end);
  const validity = issuer && elementAt(der, issuer.end);
  const from = validity?.tag === SEQUENCE ? elementAt(der, validity.start) : null;
  const until = from && elementAt(der, from.end);
  const notBefore = from && timeOf(der, from);
  const notAfter = until && timeOf(der, until);
  return notBefore === null || notAfter === null ? null : { notBefore, notAfter };
}

function elementAt(der: string, at: number): Element | null {
  const tag = der.charCodeAt(at);
  const short = der.charCodeAt(at + 1);
  if (Number.isNaN(tag) || Number.isNaN(short)) return null;
  const lengthBytes = short < 0x80 ? 0 : short - 0x80;
  // Nothing here is longer than four bytes can count.
  if (lengthBytes > 4 || short === 0x80) return null;
  let length = short < 0x80 ? short : 0;
  for (let byte = 0; byte < lengthBytes; byte++) length = length * 256 + der.charCodeAt(at + 2 + byte);
  const start = at + 2 + lengthBytes;
  const end = start + length;
  return end <= der.length ? { tag, start, end } : null;
}

/** "260101000000Z" (of a year from 1950 to 2049) or "20600101000000Z". */
function timeOf(der: string, { tag, start, end }: Element): number | null {
  const text = der.slice(start, end);
  if (tag === UTC_TIME) return timeFrom(`${Number(text.slice(0, 2)) < 50 ? "20" : "19"}${text}`);
  return tag === GENERALIZED_TIME ? timeFrom(text) : null;
}

function timeFrom(text: string): number | null {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(text) ?? [];
  if (year === undefined) return null;
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(time) ? null : time;
}
