import "server-only";
import { ENDED_EVENT, LIVE_EVENT, type LiveView } from "#lib/contracts/live.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { findLiveSession } from "#lib/server/db/sessions.ts";
import type { Watcher } from "#lib/server/live/live-hub.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { errorName, log } from "#lib/server/runtime/log.ts";
import type { Watching } from "./answer-live.ts";
import { liveHub } from "./hub.ts";
import { readLive } from "./read-live.ts";

/** How often a stream reads at most: the more streams, the seldomer, so that watching never starves writing. */
const paceAmong = (streams: number) => Math.min(200 + streams * 8, 600);
/** A silent stream says a word, says that it is here, and asks whether it still may be. */
const HEARTBEAT = 15_000;
/** Who reads so slowly that this much waits is let go; their browser comes back and catches up. */
const MOST_WAITING = 4 * 1024 * 1024;

type Asked = Watching & { tab: string; question: string | null };

/**
 * A stream of events to one tab: `first` at once, then whatever changes. Each time that something is sent, session,
 * membership and role are looked up anew; the first time that one of them is gone, the stream says so and ends. Null when
 * there are too many streams already.
 */
export function openStream(asked: Asked, first: LiveView, signal: AbortSignal): ReadableStream<Uint8Array> | null {
  const line = new Line(asked, first);
  return line.begin(signal) ? line.stream : null;
}

class Line {
  readonly #asked: Asked;
  readonly #watcher: Watcher;
  readonly stream: ReadableStream<Uint8Array>;
  #out: ReadableStreamDefaultController<Uint8Array> | undefined;
  #changed = new Set<string>();
  #since: number;
  /** Versions that this tab was told, by question. */
  readonly #told = new Map<string, number>();
  #here = "[]";
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
      onAnswer: (question) => {
        if (question) this.#changed.add(question);
        this.#wake();
      },
      onPresence: () => this.#wake(),
    };
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
    if (!liveHub().join(this.#watcher, this.#asked.question)) return false;
    signal.addEventListener("abort", () => this.#close(), { once: true });
    this.#beat = setInterval(() => {
      liveHub().announce(this.#watcher);
      this.#send("event: beat\ndata: {}\n\n");
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
    const questions = [...this.#changed].slice(0, 500);
    for (const question of questions) this.#changed.delete(question);
    try {
      const { userId, sessionId, organization, assessment } = this.#asked;
      const view = await readLive({ userId, organization }, { assessment, since: this.#since, questions });
      // After reading: whatever was read was stored while the session still stood.
      if (!(await findLiveSession(userId, sessionId, now()))) return this.#end();
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

  #tell(view: LiveView, always: boolean): void {
    const answers = view.answers.filter(({ question, version }) => version > (this.#told.get(question) ?? 0));
    for (const { question, version } of answers) this.#told.set(question, version);
    const here = JSON.stringify(view.here);
    this.#since = view.at;
    if (!always && answers.length === 0 && here === this.#here) return;
    this.#here = here;
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
    try {
      this.#out?.close();
    } catch {
      // It was cancelled from the other side.
    }
  }
}
