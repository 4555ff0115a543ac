import "server-only";
import type { Actor } from "#lib/access/actor.ts";
import { ENDED_EVENT, LIVE_EVENT, type LivePerson, type LiveView } from "#lib/contracts/live.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import type { Watcher } from "#lib/server/live/live-hub.ts";
import { errorName, log } from "#lib/server/runtime/log.ts";
import { listMembers } from "../members/list-members.ts";
import type { Watching } from "./answer-live.ts";
import { liveHub } from "./hub.ts";
import { readLive, readLiveAnswers } from "./read-live.ts";
import { stillWatches } from "./still-watches.ts";
import { shareWatched } from "./watched.ts";

/** How often a stream reads at most: the more streams, the seldomer, so that watching never starves writing. */
const paceAmong = (streams: number) => Math.min(200 + streams * 8, 600);
/** A silent stream says a word, says that it is here, and asks whether it still may be. */
const HEARTBEAT = 15_000;
/** Who reads so slowly that this much waits is let go; their browser comes back and catches up. */
const MOST_WAITING = 4 * 1024 * 1024;

type Asked = Watching & { tab: string; question: string | null };

/**
 * A stream of events to one tab: `first` at once, then whatever changes. What changed is read once for all streams of the
 * assessment; each time that something is sent, session, membership and role are looked up anew, and the first time that one
 * of them is gone, the stream says so and ends. Null when there are too many streams already.
 */
export function openStream(asked: Asked, first: LiveView, signal: AbortSignal): ReadableStream<Uint8Array> | null {
  const line = new Line(asked, first);
  return line.begin(signal) ? line.stream : null;
}

class Line {
  readonly #asked: Asked;
  readonly #watcher: Watcher;
  readonly #shared: ReturnType<typeof shareWatched>;
  readonly stream: ReadableStream<Uint8Array>;
  #out: ReadableStreamDefaultController<Uint8Array> | undefined;
  /** Versions that it heard of and has not read, by question. */
  #changed = new Map<string, number>();
  /** Something may have been missed: read by time, not by what was heard. */
  #unsure = true;
  #since: number;
  /** Versions that this tab was told, by question. */
  readonly #told = new Map<string, number>();
  #lastHere = "[]";
  #due: NodeJS.Timeout | undefined;
  #beat: NodeJS.Timeout | undefined;
  #last = 0;
  #busy = false;
  /** Something changed while it was being read. */
  #missed = false;
  #open = true;

  constructor(asked: Asked, first: LiveView) {
    this.#asked = asked;
    this.#since = first.at;
    this.#watcher = {
      ...{ assessment: asked.assessment, member: asked.userId, tab: asked.tab },
      onAnswer: (answer) => {
        if (!answer) this.#unsure = true;
        else if (answer.version > (this.#told.get(answer.question) ?? 0))
          this.#changed.set(answer.question, Math.max(answer.version, this.#changed.get(answer.question) ?? 0));
        this.#wake();
      },
      onPresence: () => this.#wake(),
    };
    this.#shared = shareWatched(asked.organization, asked.assessment);
    this.stream = new ReadableStream<Uint8Array>(
      {
        start: (out) => {
          this.#out = out;
          this.#tell(first, true);
        },
        cancel: () => this.#close(),
      },
      { highWaterMark: MOST_WAITING, size: (chunk) => chunk?.byteLength ?? 0 },
    );
  }

  begin(signal: AbortSignal): boolean {
    if (!liveHub().join(this.#watcher, this.#asked.question)) {
      this.#shared.leave();
      return false;
    }
    signal.addEventListener("abort", () => this.#close(), { once: true });
    this.#beat = setInterval(() => {
      liveHub().announce(this.#watcher);
      this.#send("event: beat\ndata: {}\n\n");
      this.#unsure = true;
      this.#wake();
    }, HEARTBEAT);
    // What was written between reading and joining.
    this.#wake();
    return true;
  }

  /** Reads at once when the last time is long enough ago, else when it will be; what comes meanwhile comes along. */
  #wake(): void {
    if (this.#busy) this.#missed = true;
    if (!this.#open || this.#due || this.#busy) return;
    const wait = Math.max(0, this.#last + paceAmong(liveHub().streams) - Date.now());
    this.#due = setTimeout(() => void this.#look(), wait);
  }

  async #look(): Promise<void> {
    this.#due = undefined;
    this.#busy = true;
    this.#missed = false;
    const changed = new Map([...this.#changed].slice(0, 500));
    for (const question of changed.keys()) this.#changed.delete(question);
    try {
      const view = await this.#view(changed);
      // After reading: whatever was read was stored while session and membership still stood.
      if (!(await stillWatches(this.#asked))) return this.#end();
      this.#tell(view, false);
    } catch (error) {
      if (error instanceof Refusal) return this.#end();
      // The browser comes back by itself, and asks for what it missed.
      log("warn", "live-stream", { reason: errorName(error) });
      return this.#close();
    } finally {
      this.#busy = false;
      this.#last = Date.now();
    }
    if (this.#missed || this.#changed.size > 0) this.#wake();
  }

  /** What changed: read by itself where something may have been missed, else what one of all who were told has read. */
  async #view(changed: ReadonlyMap<string, number>): Promise<LiveView> {
    const { userId, organization, assessment } = this.#asked;
    const actor = { userId, organization };
    const whole = () => readLive(actor, { assessment, since: this.#since, questions: [...changed.keys()] });
    if (this.#unsure) {
      this.#unsure = false;
      return whole();
    }
    try {
      const at = Date.now();
      const answers = await this.#shared.watched.answers.take(changed, (questions) =>
        readLiveAnswers(actor, { assessment, questions }),
      );
      return { at, answers, here: await this.#here(actor, at) };
    } catch {
      // It may be the other reader who was refused.
      return whole();
    }
  }

  #here(actor: Actor, at: number): Promise<LivePerson[]> {
    const present = liveHub()
      .who(this.#asked.assessment)
      .filter(({ member }) => member !== actor.userId);
    return this.#shared.watched.name(present, at, async () => {
      const members = await listMembers(actor, {});
      return new Map(members.map(({ id, name }) => [id, name]));
    });
  }

  #tell(view: LiveView, always: boolean): void {
    const answers = view.answers.filter(({ question, version }) => version > (this.#told.get(question) ?? 0));
    for (const { question, version } of answers) this.#told.set(question, version);
    const here = JSON.stringify(view.here);
    this.#since = view.at;
    if (!always && answers.length === 0 && here === this.#lastHere) return;
    this.#lastHere = here;
    this.#send(`event: ${LIVE_EVENT}\ndata: ${JSON.stringify({ ...view, answers })}\n\n`);
  }

  #end(): void {
    this.#send(`event: ${ENDED_EVENT}\ndata: {}\n\n`);
    this.#close();
  }

  #send(text: string): void {
    if (!this.#open || !this.#out) return;
    if ((this.#out.desiredSize ?? 0) > 0) this.#out.enqueue(new TextEncoder().encode(text));
    else this.#close();
  }

  #close(): void {
    if (!this.#open) return;
    this.#open = false;
    clearTimeout(this.#due);
    clearInterval(this.#beat);
    liveHub().leave(this.#watcher);
    this.#shared.leave();
    try {
      this.#out?.close();
    } catch {
      // It was cancelled from the other side.
    }
  }
}
