import type { BlindAnswer } from "./blind-answer.ts";
import { APPLIES_OR_NOT, compareAnswers } from "./compare-answers.ts";

/** A question that was answered alone, with where it belongs. */
export type Compared = { question: string; dimension: string; answers: readonly BlindAnswer[] };
/** `size` as in Comparison; 0 where only one person answered. `minutes` are what is planned for it. */
export type AgendaItem = Compared & { size: number; minutes: number };
export type Agenda = {
  groups: { dimension: string; minutes: number; items: AgendaItem[] }[];
  minutes: number;
};
export type Outcome = { agreed: Compared[]; agenda: Agenda; silent: string[] };

/** Minutes by size: to hear one person, then the wider the longer; whether it applies is soon found out by looking. */
const MINUTES: Readonly<Record<number, number>> = { 0: 3, 1: 5, 2: 8, 3: 10, 4: 12, [APPLIES_OR_NOT]: 8 };

/**
 * What a round brought: what all agree on, and the agenda of the workshop, by dimension. The biggest difference comes first
 * within its dimension, and the dimension with the biggest difference before the others; equals stay in the order given.
 * `planned` holds minutes that somebody set, by question.
 */
export function planAgenda(compared: readonly Compared[], planned: ReadonlyMap<string, number> = new Map()): Outcome {
  const agreed: Compared[] = [];
  const silent: string[] = [];
  const items: AgendaItem[] = [];
  for (const one of compared) {
    const outcome = compareAnswers(one.answers);
    if (outcome.kind === "agreed") agreed.push(one);
    else if (outcome.kind === "silent") silent.push(one.question);
    else {
      const size = outcome.kind === "differing" ? outcome.size : 0;
      items.push({ ...one, size, minutes: planned.get(one.question) ?? MINUTES[size] ?? 5 });
    }
  }
  const groups = [...Map.groupBy(items, ({ dimension }) => dimension)]
    .map(([dimension, of]) => ({ dimension, minutes: sum(of), items: of.toSorted((a, b) => b.size - a.size) }))
    .sort((a, b) => biggest(b) - biggest(a));
  return { agreed, silent, agenda: { groups, minutes: sum(groups) } };
}

const sum = (of: readonly { minutes: number }[]) => of.reduce((all, { minutes }) => all + minutes, 0);
const biggest = ({ items }: Agenda["groups"][number]) => items[0]?.size ?? 0;
