import { EVIDENCE_TYPES } from "./file-types.ts";
import { extensionOf } from "./safe-name.ts";

/** What was seen of a file's content. */
export type FileContent = {
  bytes: number;
  /** By its first bytes, e.g. "image/png"; null: nothing that is known. */
  sniffed: string | null;
  /** Whether all of it is UTF-8 without NUL. */
  isText: boolean;
  /** Its first characters, where it is text. */
  head: string;
};

export type FileJudgement = { mediaType: string } | { refused: string; detail: string };

const ALLOWED =
  "Take a PNG, JPEG, WebP or GIF picture, a PDF, a Word, Excel or PowerPoint file without macros, or text (.txt, .log, .md, .csv, .json, .yaml).";
const TEXT = "text/plain";
/** Types that are text with a name of their own: what counts is that they are text. */
const DRAWN = /^(text\/html|image\/svg\+xml|application\/xhtml\+xml)$/;
const MARKUP = /^\s*(<!doctype\s+(html|svg)|<html|<svg|<\?xml[^>]{0,200}\?>\s*(<!--|<!doctype|<svg|<html))/i;

/** Whether a file may be evidence, by what it holds; its name has to say the same. Pages and drawings are never pictures here. */
export function judgeFile(name: string, content: FileContent): FileJudgement {
  if (content.bytes === 0) return { refused: `${name} is empty.`, detail: "Nothing was stored. Choose another file." };
  const extension = extensionOf(name);
  const is = typeOf(content);
  const named = EVIDENCE_TYPES.find(({ extensions }) => extensions.includes(extension));
  if (is === null) {
    const known = content.sniffed
      ? ` Its content is ${content.sniffed}.`
      : " Its content is neither text nor a type that is known here.";
    return { refused: `${name} cannot be evidence.`, detail: `Nothing was stored.${known} ${ALLOWED}` };
  }
  if (!named) {
    const what = extension === "" ? "has no extension" : `ends in .${extension}`;
    const picture = /^(svg|html?|xhtml|xml)$/.test(extension) ? " Save the page or drawing as PDF or PNG." : "";
    return { refused: `${name} ${what}, which is not taken.`, detail: `Nothing was stored.${picture} ${ALLOWED}` };
  }
  if (named.mediaType !== is) {
    return {
      refused: `${name} is not what its name says.`,
      detail: `Nothing was stored. The name says ${named.mediaType}, the content is ${content.isText && MARKUP.test(content.head) ? "a page or drawing in text" : is}. Give it the name that fits, or export it again.`,
    };
  }
  return { mediaType: is };
}

function typeOf({ sniffed, isText }: FileContent): string | null {
  if (sniffed !== null && EVIDENCE_TYPES.some(({ mediaType }) => mediaType === sniffed && mediaType !== TEXT))
    return sniffed;
  // XML and its kind are told by their first letters; they are text, and handed out as text alone.
  if (isText && (sniffed === null || DRAWN.test(sniffed) || /xml|^text\/|json/.test(sniffed))) return TEXT;
  return null;
}
