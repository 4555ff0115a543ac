/** How fast answers are stored and seen by who watches: over HTTP, by people of their own, on a production portal. */
import type { LiveView } from "#lib/contracts/live.ts";
import { actionId, ORIGIN, runScript, startAnsweringPortal } from "./answering-portal.ts";

const SECONDS = 15;
/** Everybody has the questionnaire open and saves once a second; browsers save 600 ms after the last keystroke. */
const EVERY = 1_000;

const portal = await startAnsweringPortal();
const [few = "", many = "", soaked = ""] = portal.assessments;
const action = actionId("saveAnswerAction");
/** What is stored of each question, by assessment. */
const versions = new Map<string, number>();
let failed = 0;
try {
  await watching(few, 20, 3);
  for (const [people, assessment, goal] of [
    [20, few, 80],
    [50, many, 150],
  ] as const) {
    const { stored, seen } = await watching(assessment, people, SECONDS);
    say(`live, ${people} people at one questionnaire, each saves once a second, stored`, stored, goal);
    say(`live, ${people} people, seen by each of the others, from sending`, seen, 1_000);
  }
  const { cookies: _, ...editors } = portal;
  const soak = { ...editors, env: undefined, soaked };
  console.log(runScript("bench/soak.ts", { ...portal.env, SOAKED: JSON.stringify(soak) }).trim());
} finally {
  await portal.stop();
}
process.exit(failed > 0 ? 1 : 0);

/** Everybody watches and answers; how long each save took, and until each other person was told. */
async function watching(assessment: string, people: number, seconds: number) {
  const sent = new Map<string, number>();
  const seen: number[] = [];
  const streams = await Promise.all(
    portal.cookies.slice(0, people).map((cookie, person) =>
      watch(assessment, cookie, (comment) => {
        const started = sent.get(comment);
        if (started !== undefined && !comment.startsWith(`${person} `)) seen.push(performance.now() - started);
      }),
    ),
  );
  const stored = await answering(assessment, people, seconds, (comment) => sent.set(comment, performance.now()));
  await new Promise((later) => setTimeout(later, 2_000));
  for (const stop of streams) stop();
  return { stored, seen };
}

/** Everybody saves once in each period, at a moment of their own; answers how long each save took, in milliseconds. */
async function answering(
  assessment: string,
  people: number,
  seconds: number,
  onSend: (comment: string) => void,
): Promise<number[]> {
  const times: number[] = [];
  const until = performance.now() + seconds * 1_000;
  const answer = async (person: number) => {
    await new Promise((later) => setTimeout(later, (person / people) * EVERY));
    // Each at questions of their own, so that every write is accepted.
    const own = portal.questions.filter((_, index) => index % people === person);
    for (let turn = 0; performance.now() < until; turn++) {
      const question = own[turn % own.length] ?? "";
      const key = `${assessment} ${question}`;
      const comment = `${person} ${turn} ${seconds}: ${"seen in the cluster, by its owner. ".repeat(8)}`;
      const started = performance.now();
      onSend(comment);
      versions.set(key, await save(assessment, person, question, versions.get(key) ?? 0, comment));
      const took = performance.now() - started;
      times.push(took);
      await new Promise((later) => setTimeout(later, Math.max(0, EVERY - took)));
    }
  };
  await Promise.all(Array.from({ length: people }, (_, person) => answer(person)));
  return times;
}

async function save(
  assessment: string,
  person: number,
  question: string,
  version: number,
  comment: string,
): Promise<number> {
  const answer = { question, version, comment, maturity: version % 5, notApplicable: false, confidence: "high" };
  const response = await fetch(`${ORIGIN}/${portal.slug}/assessments/${assessment}/questionnaire`, {
    method: "POST",
    headers: {
      ...{ origin: ORIGIN, cookie: portal.cookies[person] ?? "", accept: "text/x-component" },
      ...{ "next-action": action, "content-type": "text/plain;charset=UTF-8" },
    },
    body: JSON.stringify([portal.slug, assessment, answer]),
  });
  const said = await response.text();
  const stored = /"ok":true,"value":\{"version":(\d+)/.exec(said)?.[1];
  if (!stored) throw new Error(`not stored: ${response.status} ${said.slice(0, 300)}`);
  return Number(stored);
}

/** Calls back for every answer that a stream tells; answers how to end it. */
async function watch(assessment: string, cookie: string, onAnswer: (comment: string) => void): Promise<() => void> {
  const abort = new AbortController();
  const query = new URLSearchParams({ tab: crypto.randomUUID(), question: "", since: String(Date.now()) });
  const { body, status } = await fetch(`${ORIGIN}/api/live/${portal.slug}/${assessment}?${query}`, {
    headers: { cookie, accept: "text/event-stream" },
    signal: abort.signal,
  });
  if (!body || status !== 200) throw new Error(`no stream: ${status}`);
  const read = async () => {
    let text = "";
    for await (const part of body.pipeThrough(new TextDecoderStream())) {
      const blocks = (text + part).split("\n\n");
      text = blocks.pop() ?? "";
      for (const block of blocks) {
        const data = /^event: live\ndata: (.*)$/s.exec(block)?.[1];
        if (data) for (const { comment } of (JSON.parse(data) as LiveView).answers) onAnswer(comment);
      }
    }
  };
  // Ends with the abort.
  read().catch(() => undefined);
  return () => abort.abort();
}

function say(what: string, times: number[], goal: number): void {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  const within = at(0.95) <= goal;
  if (!within) failed++;
  console.log(
    `${what}: p50 ${at(0.5).toFixed(0)} ms, p95 ${at(0.95).toFixed(0)} ms (goal ${goal} ms${within ? "" : ", missed"}), ${times.length} in all`,
  );
}
