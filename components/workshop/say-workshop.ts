import { formatList, formatThings } from "#lib/presentation/numbers.ts";
import type { EndedRound, RunningRound } from "./workshop-data.ts";

/** "1 h 35 min", "40 min". */
export function formatMinutes(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 && `${hours} h`, (rest > 0 || hours === 0) && `${rest} min`].filter(Boolean).join(" ");
}

/** How wide a difference is, in words. */
export function saySize(size: number): string {
  if (size === 0) return "Only one answered";
  if (size > 4) return "Differ in whether it applies";
  return `${size === 1 ? "1 level" : `${size} levels`} apart`;
}

/** Where the workshop stands, as the title of its page: a sentence without its full stop. */
export function sayWorkshop(running: readonly RunningRound[], ended: readonly EndedRound[]): string {
  const items = ended.flatMap(({ groups }) => groups.flatMap((group) => group.items));
  const open = items.filter(({ settled }) => !settled);
  if (open.length > 0) {
    const minutes = open.reduce((sum, item) => sum + item.minutes, 0);
    return `${formatThings(open.length, "difference")} to settle in the workshop, in ${formatMinutes(minutes)}`;
  }
  const [round] = running;
  if (round) {
    const people = formatList(round.people.map(({ name }) => name));
    return `${people} answer ${formatThings(round.questions, "question")}, each alone`;
  }
  if (items.length > 0) return "Every difference is settled";
  if (ended.length > 0) return "Everybody answered alike: there is nothing to talk about";
  return "Where two architects answer alone, their differences become the agenda";
}
