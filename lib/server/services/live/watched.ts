import "server-only";
import type { LiveAnswer, LivePerson } from "#lib/contracts/live.ts";
import type { Present } from "#lib/server/live/presence-book.ts";
import { RecentAnswers } from "#lib/server/live/recent-answers.ts";

/** Names change seldom; who is new is looked up at once. */
const NAMES_FOR = 30_000;

/** What the streams of this process that watch one assessment share. */
export class Watched {
  readonly answers = new RecentAnswers<LiveAnswer>();
  #names = new Map<string, string>();
  #namedAt = Number.NEGATIVE_INFINITY;

  /** Those who are here, by name; who has none is no member any more. */
  async name(present: readonly Present[], at: number, list: () => Promise<Map<string, string>>): Promise<LivePerson[]> {
    if (at > this.#namedAt + NAMES_FOR || present.some(({ member }) => !this.#names.has(member))) {
      this.#names = await list();
      this.#namedAt = at;
    }
    return present.flatMap(({ member, question }) => {
      const name = this.#names.get(member);
      return name ? [{ id: member, name, question }] : [];
    });
  }
}

const shared = globalThis as { chartroomWatched?: Map<string, { watched: Watched; streams: number }> };

/** What is shared about an assessment, as long as somebody has it; `leave` gives it back. */
export function shareWatched(organization: string, assessment: string): { watched: Watched; leave: () => void } {
  shared.chartroomWatched ??= new Map();
  const all = shared.chartroomWatched;
  const key = `${organization} ${assessment}`;
  const entry = all.get(key) ?? { watched: new Watched(), streams: 0 };
  entry.streams++;
  all.set(key, entry);
  return {
    watched: entry.watched,
    leave: () => {
      entry.streams--;
      if (entry.streams === 0 && all.get(key) === entry) all.delete(key);
    },
  };
}
