const LONGEST = 160;

/** What a status says for itself, to end a sentence with: `: FailedMount, volume is gone`; "" when it says nothing. */
export function reasonInWords(said: Record<string, unknown>): string {
  const words = [said.reason, said.message].filter((word) => typeof word === "string" && word.trim() !== "");
  const text = words.join(", ").replaceAll(/\s+/g, " ");
  return text === "" ? "" : `: ${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}`;
}
