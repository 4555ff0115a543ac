import "server-only";
import { type Ear, openEar } from "./ear.ts";
import type { LiveNote } from "./live-note.ts";
import { PresenceBook, type Present } from "./presence-book.ts";

/** A browser opens six connections to a portal without HTTP/2; two of them stay free for everything else. */
const STREAMS_OF_ONE_MEMBER = 4;
const STREAMS_OF_ONE_PROCESS = 1_000;

export type Watcher = {
  assessment: string;
  member: string;
  tab: string;
  /** A version of an answer was written; null: some may have been that were not heard of. */
  onAnswer: (answer: { question: string; version: number } | null) => void;
  onPresence: () => void;
};
type Tell = (note: LiveNote) => void;

/** The open streams of this process. */
export class LiveHub {
  /** With the question at which each stood when it came: its own note may have been said before anybody listened. */
  readonly #watchers = new Map<Watcher, string | null>();
  readonly #book = new PresenceBook();
  readonly #tell: Tell;
  #ear: Ear | null = null;

  /** `tell` says a note to all processes, this one included; it fails silently. */
  constructor(tell: Tell) {
    this.#tell = tell;
  }

  /** False when this member, or this process, has as many streams as it may. */
  join(watcher: Watcher, question: string | null): boolean {
    const own = [...this.#watchers.keys()].filter(({ member }) => member === watcher.member).length;
    if (own >= STREAMS_OF_ONE_MEMBER || this.#watchers.size >= STREAMS_OF_ONE_PROCESS) return false;
    this.#watchers.set(watcher, question);
    this.#ear ??= openEar({ note: (note) => this.#hear(note), open: () => this.#opened() });
    this.stand(watcher, question);
    return true;
  }

  leave(watcher: Watcher): void {
    if (!this.#watchers.delete(watcher)) return;
    const { assessment, member, tab } = watcher;
    this.#tell({ kind: "gone", assessment, member, tab });
  }

  stand({ assessment, member, tab }: Pick<Watcher, "assessment" | "member" | "tab">, question: string | null): void {
    this.#tell({ kind: "here", assessment, member, tab, question });
  }

  /** Says once more that the watcher is here: others forget who is silent. */
  announce(watcher: Watcher): void {
    const { assessment, member, tab } = watcher;
    const standing = this.#book.questionOf(assessment, member, tab);
    this.stand(watcher, standing === undefined ? (this.#watchers.get(watcher) ?? null) : standing);
  }

  who(assessment: string): Present[] {
    return this.#book.who(assessment, Date.now());
  }

  get streams(): number {
    return this.#watchers.size;
  }

  async close(): Promise<void> {
    await this.#ear?.close();
    this.#ear = null;
  }

  #opened(): void {
    this.#tell({ kind: "who" });
    for (const watcher of this.#watchers.keys()) watcher.onAnswer(null);
  }

  #hear(note: LiveNote): void {
    if (note.kind === "who") {
      for (const watcher of this.#watchers.keys()) this.announce(watcher);
      return;
    }
    if (note.kind !== "answer" && !this.#book.hear(note, Date.now())) return;
    for (const watcher of this.#watchers.keys()) {
      if (watcher.assessment !== note.assessment) continue;
      if (note.kind === "answer") watcher.onAnswer(note);
      else watcher.onPresence();
    }
  }
}
