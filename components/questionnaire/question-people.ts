import type { QuestionItem } from "./question-item.ts";

/** Whose questions are shown: everybody's, those of nobody, or one member's. */
export type Whose = "everybody" | "nobody" | { member: string };

export type QuestionPerson = { id: string; name: string; self: boolean };

export const NOBODY = "nobody";

/** Reads `?of=`: "me", "nobody" or a member's id; anything else is everybody. */
export function whoseOf(value: string | null, people: readonly QuestionPerson[]): Whose {
  if (value === NOBODY) return "nobody";
  const found = people.find(({ id, self }) => id === value || (self && value === "me"));
  return found ? { member: found.id } : "everybody";
}

export function isOf(whose: Whose, { owner }: Pick<QuestionItem, "owner">): boolean {
  if (whose === "everybody") return true;
  return whose === "nobody" ? owner === null : owner?.id === whose.member;
}

/** The choices of a list: everybody, oneself, the others, nobody. */
export function choicesOf(people: readonly QuestionPerson[]): { value: string; label: string }[] {
  const named = people.toSorted((a, b) => Number(b.self) - Number(a.self));
  return [
    { value: "", label: "Everybody" },
    ...named.map(({ id, name, self }) => ({ value: id, label: self ? `${name} (you)` : name })),
    { value: NOBODY, label: "Nobody" },
  ];
}
