/**
 * What a spreadsheet takes for a formula when it opens a comma-separated file: = + - @ (also in full width), and tab and
 * line ends before them (OWASP: CSV injection).
 */
const OPENS_A_FORMULA = /^'*[=+\-@＝＋－＠\t\r\n]/;

/** The text so that no spreadsheet runs it: with an apostrophe before it where it could. `liveText` takes exactly that back. */
export function inertText(text: string): string {
  return OPENS_A_FORMULA.test(text) ? `'${text}` : text;
}

/** The text as it was before `inertText`. */
export function liveText(text: string): string {
  return text.startsWith("'") && OPENS_A_FORMULA.test(text) ? text.slice(1) : text;
}
