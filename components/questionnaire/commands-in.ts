/** Commands among the pieces in backticks of a text: those that one would paste into a shell, so more than a word. */
export function commandsIn(text: string): string[] {
  const pieces = [...text.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? "");
  return [...new Set(pieces.filter((piece) => /^[a-z][\w./-]* \S/.test(piece)))];
}
