import { readFileSync } from "node:fs";
import { DEMO_ACCOUNTS, DEMO_ORGANIZATION } from "#fixtures/demo/accounts.ts";
import { CATALOG } from "#lib/catalog/catalog.ts";
import { openPortal } from "./portal-door.ts";

/** People who answer at once, each a question of their own and again every second, as autosave sends what is typed. */
const SECONDS = 15;
const PAUSE = 1_000;

const portal = await openPortal(3197);
try {
  const { node }: { node: Record<string, { exportedName: string }> } = JSON.parse(
    readFileSync(".next/server/server-reference-manifest.json", "utf8"),
  );
  const action = Object.entries(node).find(([, { exportedName }]) => exportedName === "saveAnswerAction")?.[0];
  const writers = DEMO_ACCOUNTS.filter(({ role }) => role !== "leader");
  const cookies: string[] = [];
  for (const { email } of writers) cookies.push(await portal.signIn(email));
  const list = `/${DEMO_ORGANIZATION.slug}/assessments`;
  const html = await (await fetch(portal.origin + list, { headers: { cookie: cookies[0] ?? "" } })).text();
  const assessment = /\/assessments\/([0-9a-f-]{36})"/.exec(html)?.[1] ?? "";
  const at = `${portal.origin}${list}/${assessment}/questionnaire`;
  const questions = CATALOG.questions.filter(({ removed }) => !removed);

  const save = async (person: number, version: number): Promise<{ version: number; stored: boolean }> => {
    const question = questions[person]?.id;
    const answer = {
      question,
      maturity: 2,
      notApplicable: false,
      comment: `${person} ${version} ${performance.now()}`,
      confidence: "low",
      version,
    };
    const reply = await fetch(at, {
      method: "POST",
      headers: {
        accept: "text/x-component",
        "content-type": "text/plain;charset=UTF-8",
        cookie: cookies[person % cookies.length] ?? "",
        "next-action": action ?? "",
        origin: portal.origin,
      },
      body: JSON.stringify([DEMO_ORGANIZATION.slug, assessment, answer]),
    });
    const text = await reply.text();
    const now = /"version":(\d+)/.exec(text)?.[1];
    if (!now) throw new Error(`no answer was stored: ${reply.status} ${text.slice(0, 200)}`);
    return { version: Number(now), stored: text.includes('"ok":true') };
  };

  for (const people of [20, 50]) {
    const times: number[] = [];
    let late = 0;
    const until = performance.now() + SECONDS * 1_000;
    const person = async (number: number) => {
      let { version } = await save(number, 0);
      // Not all in the same moment: people are not a metronome.
      await new Promise((later) => setTimeout(later, (number / people) * PAUSE));
      while (performance.now() < until) {
        const started = performance.now();
        const saved = await save(number, version);
        const took = performance.now() - started;
        if (saved.stored) times.push(took);
        else late++;
        version = saved.version;
        await new Promise((later) => setTimeout(later, Math.max(0, PAUSE - took)));
      }
    };
    await Promise.all(Array.from({ length: people }, (_, number) => person(number)));
    times.sort((a, b) => a - b);
    const quantile = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(0);
    console.log(
      `answers, ${people} people at once, one a second each: p50 ${quantile(0.5)} ms, p95 ${quantile(0.95)} ms (goal ${people === 20 ? 80 : 150}), p99 ${quantile(0.99)} ms, ${times.length} stored, ${late} refused`,
    );
  }
} finally {
  await portal.close();
}
