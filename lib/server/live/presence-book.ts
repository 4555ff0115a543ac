import type { LiveNote } from "./live-note.ts";

/** A tab that is not heard of for so long is gone, whatever became of its process. Longer than two rounds of announcing. */
export const HERE_FOR = 40_000;

type Standing = { member: string; question: string | null; until: number };
export type Present = { member: string; question: string | null };

/** Who is at which question of which assessment, as the notes of all processes say. Times in milliseconds. */
export class PresenceBook {
  readonly #places = new Map<string, Map<string, Standing>>();

  /** True when this changes who is seen where. */
  hear(note: Extract<LiveNote, { kind: "here" | "gone" }>, at: number): boolean {
    const tabs = this.#places.get(note.assessment) ?? new Map<string, Standing>();
    // Of its member: a tab that another member names is another tab.
    const key = `${note.member} ${note.tab}`;
    const before = tabs.get(key);
    if (note.kind === "gone") {
      tabs.delete(key);
      if (tabs.size === 0) this.#places.delete(note.assessment);
      return before !== undefined;
    }
    tabs.set(key, { member: note.member, question: note.question, until: at + HERE_FOR });
    this.#places.set(note.assessment, tabs);
    return !before || before.until <= at || before.question !== note.question;
  }

  /** Each member once for each question at which they stand. */
  who(assessment: string, at: number): Present[] {
    const tabs = this.#places.get(assessment);
    if (!tabs) return [];
    const found = new Map<string, Present>();
    for (const [key, { member, question, until }] of tabs) {
      if (until <= at) tabs.delete(key);
      else found.set(`${member} ${question}`, { member, question });
    }
    if (tabs.size === 0) this.#places.delete(assessment);
    return [...found.values()].sort((a, b) => a.member.localeCompare(b.member));
  }

  /** Where a tab stands; null: at no question; undefined: nothing is known of it. */
  questionOf(assessment: string, member: string, tab: string): string | null | undefined {
    return this.#places.get(assessment)?.get(`${member} ${tab}`)?.question;
  }
}
