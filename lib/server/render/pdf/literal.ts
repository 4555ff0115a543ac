/**
 * Text as it may stand on paper: whatever a name or a comment holds is literal, never markup. Control and format
 * characters (also those that turn the direction of writing) go, line breaks and odd spaces become one space, lone
 * halves of surrogate pairs become the replacement character.
 */
export function literal(text: string): string {
  return text
    .toWellFormed()
    .normalize("NFC")
    .replace(/[\s\p{Z}]+/gu, " ")
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .trim();
}

/**
 * A string of the file's own syntax (bookmark, alternative text, title). A word joiner at the end of what looks like
 * syntax makes pdfkit write it as UTF-16, so that no scanner takes ")/JS(" in a name for an action.
 */
export function documentString(text: string): string {
  const clean = literal(text);
  return /[()<>/\\]/.test(clean) && /^[ -~]*$/.test(clean) ? `${clean}\u2060` : clean;
}
