import type { Actor } from "#lib/access/actor.ts";
import type { Maturity } from "#lib/catalog/framework.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import type { Work } from "#lib/server/db/unit-of-work.ts";
import { answerQuestion } from "./answer-question.ts";

type Fields = { maturity: Maturity; notApplicable: boolean; comment: string; confidence: "low" | "medium" | "high" };
type Written = Fields & { question: string; version: number; by: string };
export type Soaked = {
  /** What the portal said that it stored. */
  acknowledged: Written[];
  /** What it refused, with what it handed back as stored. */
  refused: { wanted: Fields; question: string; seen: number; current: Written }[];
  /** How long each acknowledged write took, in milliseconds. */
  times: number[];
};

const LEVELS: readonly Maturity[] = [0, 1, 2, 3, 4];
const WORDS = ["low", "medium", "high"] as const;

/**
 * Editors who answer at once, each with their own belief of what stands, which only an answer of the portal corrects: so
 * about every second write comes too late. Every text is told once only, so that it can be found again.
 */
export async function soak(of: {
  editors: readonly Actor[];
  assessment: string;
  questions: readonly string[];
  edits: number;
  /** From 0 to 1, without 1. */
  random: () => number;
}): Promise<Soaked> {
  const soaked: Soaked = { acknowledged: [], refused: [], times: [] };
  let left = of.edits;
  const one = (items: readonly string[]) => items[Math.floor(of.random() * items.length)] ?? "";
  const edit = async (editor: Actor, seen: Map<string, number>) => {
    while (left-- > 0) {
      const question = one(of.questions);
      const fields: Fields = {
        maturity: LEVELS[Math.floor(of.random() * 5)] ?? 0,
        notApplicable: false,
        comment: `edit ${left} by ${editor.userId}`,
        confidence: WORDS[Math.floor(of.random() * 3)] ?? "low",
      };
      const version = seen.get(question) ?? 0;
      const started = performance.now();
      try {
        const stored = await answerQuestion(editor, { assessment: of.assessment, question, version, ...fields });
        soaked.times.push(performance.now() - started);
        soaked.acknowledged.push({ ...fields, question, version: stored.version, by: editor.userId });
        seen.set(question, stored.version);
      } catch (error) {
        if (!(error instanceof Refusal) || error.code !== "conflict") throw error;
        const current = error.current as Fields & { question: string; version: number; byId: string };
        soaked.refused.push({ wanted: fields, question, seen: version, current: { ...current, by: current.byId } });
        seen.set(question, current.version);
      }
    }
  };
  await Promise.all(of.editors.map((editor) => edit(editor, new Map())));
  return soaked;
}

/** What is wrong with what the database holds, in sentences; empty: nothing was lost, nothing overwritten unseen. */
export async function auditSoak(work: Work, assessment: string, soaked: Soaked): Promise<string[]> {
  const wrong: string[] = [];
  const history = new Map<string, string>();
  const replayed = new Map<string, string>();
  const versions = new Map<string, number>();
  const rows = await work.answerRevision.findMany({
    where: { assessmentId: assessment },
    orderBy: [{ questionId: "asc" }, { version: "asc" }],
  });
  for (const { questionId, version, answeredBy, ...row } of rows) {
    const before = versions.get(questionId) ?? 0;
    if (version !== before + 1) wrong.push(`${questionId}: version ${version} follows ${before}`);
    versions.set(questionId, version);
    const text = told({ ...row, by: answeredBy });
    history.set(`${questionId} ${version}`, text);
    replayed.set(questionId, `${version} ${text}`);
  }
  for (const { questionId, version, answeredBy, ...row } of await work.answer.findMany({
    where: { assessmentId: assessment },
  })) {
    const text = `${version} ${told({ ...row, by: answeredBy })}`;
    if (replayed.get(questionId) !== text) wrong.push(`${questionId}: stands as ${text}, not as the history ends`);
    replayed.delete(questionId);
  }
  for (const question of replayed.keys()) wrong.push(`${question}: has a history and no answer`);
  for (const each of soaked.acknowledged)
    if (history.get(`${each.question} ${each.version}`) !== told(each))
      wrong.push(`${each.question} ${each.version}: acknowledged, and not in the history`);
  if (history.size !== soaked.acknowledged.length)
    wrong.push(`${history.size} in the history, ${soaked.acknowledged.length} acknowledged`);
  const comments = new Set(rows.map(({ comment }) => comment));
  for (const { wanted, question, seen, current } of soaked.refused) {
    if (comments.has(wanted.comment)) wrong.push(`${question}: refused, and stored all the same`);
    if (current.version === seen) wrong.push(`${question}: refused although version ${seen} was the newest`);
    if (history.get(`${question} ${current.version}`) !== told(current))
      wrong.push(`${question}: handed back something that was never stored`);
  }
  return wrong;
}

function told(row: {
  maturity: number | null;
  notApplicable: boolean;
  comment: string;
  confidence: string;
  by: string;
}): string {
  return JSON.stringify([row.maturity, row.notApplicable, row.comment, row.confidence, row.by]);
}
