import fc from "fast-check";
import type { Catalog, Control } from "#lib/catalog/control.ts";
import type { Maturity } from "#lib/catalog/framework.ts";
import type { CheckTally } from "#lib/checks/result.ts";
import type { Answer, ClusterVerdicts } from "./evidence.ts";
import { mergeEvidence } from "./merge-evidence.ts";
import { observe } from "./observe.ts";

/** What there is to see and to hear about a cluster, before anybody judges it. */
export type World = {
  scan: Record<string, { fail: number; pass: number }>;
  report: Record<string, { fail: number; pass: number }>;
  answers: Record<string, Maturity | "not-applicable">;
};

export const NOW = "2026-06-01T12:00:00.000Z";
export const FRESHNESS = { scanMaxAgeDays: 30 };

const counts = fc.record({ fail: fc.nat(6), pass: fc.nat(6) });
const level = fc.constantFrom<Maturity | "not-applicable">(0, 1, 2, 3, 4, "not-applicable");

/** Any world of a catalogue: every check and question may be silent. */
export function worldOf(catalog: Catalog): fc.Arbitrary<World> {
  const checks = catalog.controls.flatMap((control) => control.checks);
  const questions = catalog.questions.map((question) => question.id);
  const some = <T>(keys: readonly string[], value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
    fc
      .array(fc.option(value, { nil: null, freq: 3 }), { minLength: keys.length, maxLength: keys.length })
      .map((values) => Object.fromEntries(keys.flatMap((key, n) => (values[n] == null ? [] : [[key, values[n]]]))));
  return fc.record({ scan: some(checks, counts), report: some(checks, counts), answers: some(questions, level) });
}

/** Every world that is one step better: one failing resource passes, or one answer is raised by a level. */
export function improvementsOf(world: World): World[] {
  const repaired = (["scan", "report"] as const).flatMap((voice) =>
    Object.entries(world[voice])
      .filter(([, { fail }]) => fail > 0)
      .map(([check, { fail, pass }]) => {
        return { ...world, [voice]: { ...world[voice], [check]: { fail: fail - 1, pass: pass + 1 } } };
      }),
  );
  const raised = Object.entries(world.answers).flatMap(([question, answer]) =>
    answer === "not-applicable" || answer === 4
      ? []
      : [{ ...world, answers: { ...world.answers, [question]: (answer + 1) as Maturity } }],
  );
  return [...repaired, ...raised];
}

export function judge(catalog: Catalog, world: World, clusterId = "c1"): ClusterVerdicts {
  const cluster = { clusterId, clusterName: clusterId };
  const seen = (voice: World["scan"], strength: "observed" | "reported") =>
    observe(catalog, { scanId: strength, at: NOW, tallies: talliesOf(voice), fails: [] }, { strength });
  const evidence = [...seen(world.scan, "observed"), ...seen(world.report, "reported")];
  const answers = Object.entries(world.answers).map(([question, answer]) => answerOf(question, answer));
  return mergeEvidence(catalog, cluster, { evidence, answers }, NOW, FRESHNESS);
}

export function talliesOf(voice: World["scan"]): CheckTally[] {
  return Object.entries(voice).map(([check, { fail, pass }]) => ({ check, fail, pass, notAssessable: 0 }));
}

/** An answer to `${control}-q1`. */
export function answerOf(question: string, answer: Maturity | "not-applicable", told: Partial<Answer> = {}): Answer {
  const maturity = answer === "not-applicable" ? null : answer;
  const control = question.replace(/-q\d+$/, "");
  return {
    id: `a-${question}`,
    question,
    control,
    maturity,
    comment: "",
    confidence: "high",
    by: "Ana Ruiz",
    at: NOW,
    ...told,
  };
}

export function verdictOf(verdicts: ClusterVerdicts, control: Pick<Control, "id">) {
  const found = verdicts.verdicts.find((verdict) => verdict.control === control.id);
  if (!found) throw new Error(`no verdict about ${control.id}`);
  return found;
}
