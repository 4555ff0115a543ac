import type { BlindAnswer } from "./blind-answer.ts";

const ORDER = ["low", "medium", "high"] as const;

/**
 * Answers that agree as one: their level, every comment with who said it, and the confidence of the least sure. The comment
 * stays within `longest` characters, each voice cut alike. Throws where there is none.
 */
export function joinAnswers(answers: readonly BlindAnswer[], longest: number): Omit<BlindAnswer, "member" | "name"> {
  const [first] = answers;
  if (!first) throw new Error("nothing was said");
  const said = answers.filter(({ comment }) => comment.trim() !== "");
  const share = Math.floor((longest - 2 * said.length) / Math.max(said.length, 1));
  const comment = said.map(({ name, comment: words }) => shorten(`${name}: ${words.trim()}`, share)).join("\n\n");
  const confidence = ORDER[Math.min(...answers.map((answer) => ORDER.indexOf(answer.confidence)))] ?? "low";
  return { maturity: first.maturity, notApplicable: first.notApplicable, comment, confidence };
}

function shorten(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
