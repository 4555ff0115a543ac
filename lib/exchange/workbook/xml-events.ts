/** Something in an XML text, in the order in which it stands. Names come without their prefix. */
export type XmlEvent =
  | { is: "open"; name: string; attributes: string; empty: boolean }
  | { is: "close"; name: string }
  | { is: "text"; text: string };

/** XML that is no XML, or that wants something which a spreadsheet never needs. */
export class BadXml extends Error {
  override name = "BadXml";
}

/** Reads XML from front to back, in one pass. Knows no document types and no entities but the five of XML itself. */
export function* xmlEvents(xml: string): Generator<XmlEvent> {
  let at = 0;
  while (at < xml.length) {
    const start = xml.indexOf("<", at);
    if (start < 0) return;
    if (start > at) yield { is: "text", text: unescaped(xml.slice(at, start)) };
    if (xml.startsWith("<!--", start)) at = after(xml, "-->", start);
    else if (xml.startsWith("<![CDATA[", start)) {
      at = after(xml, "]]>", start);
      yield { is: "text", text: xml.slice(start + 9, at - 3) };
    } else if (xml.startsWith("<?", start)) at = after(xml, "?>", start);
    else if (xml.startsWith("<!", start)) throw new BadXml("it declares a document type, which no spreadsheet needs");
    else {
      at = endOfTag(xml, start);
      yield tagOf(xml.slice(start + 1, at - 1));
    }
  }
}

/** The value of an attribute, by its name without prefix; null where it is not there. */
export function attributeOf(attributes: string, name: string): string | null {
  for (const [, found, double, single] of attributes.matchAll(/(?:^|\s)([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    if (localName(found ?? "") === name) return unescaped(double ?? single ?? "");
  return null;
}

function tagOf(inside: string): XmlEvent {
  if (inside.startsWith("/")) return { is: "close", name: localName(inside.slice(1).trim()) };
  const empty = inside.endsWith("/");
  const whole = empty ? inside.slice(0, -1) : inside;
  const space = whole.search(/\s/);
  return {
    is: "open",
    name: localName(space < 0 ? whole : whole.slice(0, space)),
    attributes: space < 0 ? "" : whole.slice(space + 1),
    empty,
  };
}

/** Where a tag ends: ">" within quotes does not end it. */
function endOfTag(xml: string, start: number): number {
  let quote = "";
  for (let at = start + 1; at < xml.length; at++) {
    const char = xml[at] ?? "";
    if (quote !== "") {
      if (char === quote) quote = "";
    } else if (char === '"' || char === "'") quote = char;
    else if (char === ">") return at + 1;
  }
  throw new BadXml("a tag does not end");
}

function after(xml: string, end: string, from: number): number {
  const found = xml.indexOf(end, from);
  if (found < 0) throw new BadXml(`"${end}" is missing`);
  return found + end.length;
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescaped(text: string): string {
  if (!text.includes("&")) return text;
  return text.replaceAll(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|\w{1,8});/g, (whole, name: string) => {
    const code = name.startsWith("#x") ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    if (!name.startsWith("#")) return ENTITIES[name] ?? whole;
    return code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : whole;
  });
}
