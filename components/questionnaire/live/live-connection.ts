import { ENDED_EVENT, LIVE_EVENT, type LiveView } from "#lib/contracts/live.ts";

/** The first wait before the next try, and the longest; who is signed out is asked seldom. */
const SHORTEST = 1_000;
const LONGEST = 5_000;
const REFUSED = 30_000;
/** The portal says something every 15 seconds: after so long a silence the line is dead, whatever the browser thinks. */
const SILENCE = 40_000;
/** A tab that nobody looks at gives its connection back after a while. */
const UNSEEN = 30_000;
const MOVED = 250;

export type LiveConnection = { stand: (question: string | null) => void; stop: () => void };

/**
 * Keeps a line to the portal open for as long as the page is looked at: a stream of events; between two streams, and where
 * none can be had, it asks every few seconds. `onView` gets what changed; `onDown` is called when neither works.
 */
export function connectLive(options: {
  url: string;
  tab: string;
  /** Milliseconds since 1970: what was answered later is told. */
  since: number;
  question: string | null;
  onView: (view: LiveView) => void;
  onDown: () => void;
}): LiveConnection {
  const { url, tab, onView, onDown } = options;
  let { since, question } = options;
  let [wait, stopped] = [SHORTEST, false];
  let stream: EventSource | null = null;
  const timers: Record<string, ReturnType<typeof setTimeout> | undefined> = {};
  const after = (name: string, ms: number, run: () => void) => {
    clearTimeout(timers[name]);
    timers[name] = setTimeout(run, ms);
  };
  const hangUp = () => {
    stream?.close();
    stream = null;
    for (const name of ["again", "silence"]) clearTimeout(timers[name]);
  };
  const heard = (view: LiveView) => {
    if (stopped) return;
    since = view.at;
    onView(view);
  };

  const connect = () => {
    hangUp();
    if (stopped || document.hidden) return;
    const query = new URLSearchParams({ tab, since: String(since), question: question ?? "" });
    const own = new EventSource(`${url}?${query}`);
    stream = own;
    const alive = () => after("silence", SILENCE, again);
    alive();
    own.addEventListener("beat", alive);
    own.addEventListener(LIVE_EVENT, (event) => {
      alive();
      wait = SHORTEST;
      heard(JSON.parse(event.data) as LiveView);
    });
    own.addEventListener(ENDED_EVENT, again);
    own.onerror = again;
  };

  const again = async () => {
    hangUp();
    const answer = await fetch(`${url}?since=${since}`, { cache: "no-store" }).catch(() => null);
    if (stopped) return;
    if (answer?.ok) heard((await answer.json()) as LiveView);
    else onDown();
    const refused = answer !== null && !answer.ok && answer.status < 500 && answer.status !== 429;
    after("again", refused ? REFUSED : wait, connect);
    wait = Math.min(wait * 2, LONGEST);
  };

  const onVisible = () => {
    clearTimeout(timers.unseen);
    if (document.hidden) after("unseen", UNSEEN, hangUp);
    else if (!stream) connect();
  };
  document.addEventListener("visibilitychange", onVisible);
  window.addEventListener("online", connect);
  connect();
  return {
    stand: (next) => {
      if (next === question) return;
      question = next;
      after("moved", MOVED, () => {
        const body = JSON.stringify({ tab, question });
        // Where it is not heard, the next stream says it.
        if (stream) fetch(`${url}/here`, { method: "POST", body }).catch(() => undefined);
      });
    },
    stop: () => {
      stopped = true;
      hangUp();
      for (const timer of Object.values(timers)) clearTimeout(timer);
      document.removeEventListener("visibilitychange", onVisible);
      window.removeEventListener("online", connect);
    },
  };
}
