/** Characters that Markdown and the HTML within it would read as marks, where they would be read so. */
const MARKS = /[\\`*_{}[\]<>#+!|~@-]|&(?=#?\w+;)|(?<=^\d+)[.)](?=\s|$)/g;
/** What hides or reorders text, and what ends lines. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g;

/** A text as literal words of Markdown, on one line: no link, image, mention or HTML can come out of it. */
export function markdownText(text: string): string {
  const line = text.replace(/\s+/g, " ").replace(HIDDEN, "").trim();
  // A dash or a point within a word is none of Markdown's.
  return line
    .replace(/\bhttps?:\/\//gi, (scheme) => `${scheme.slice(0, -2)}\u200b//`)
    .replace(MARKS, (mark, at: number) =>
      mark === "-" && at > 0 && /\w/.test(line[at - 1] ?? "") ? mark : `\\${mark}`,
    );
}
