/** Text as Excel keeps it, back as it was: "_x0001_" stands for a character that XML cannot hold (ECMA-376, ST_Xstring). */
export function cellText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
