import { describe, expect, test } from "vitest";
import { checkById } from "#lib/checks/registry.ts";
import { CATALOG } from "./catalog.ts";
import type { ThreePoint } from "./control.ts";
import { controlById } from "./control-by-id.ts";
import { controlsOfCell } from "./controls-of-cell.ts";
import { controlsOfConcern } from "./controls-of-concern.ts";
import { CONCERNS, DIMENSIONS, LAYERS, layerOfConcern } from "./framework.ts";
import { questionsOf } from "./questions-of.ts";
import { readingGrade } from "./reading-grade.ts";
import { remedyOf } from "./remedy-of.ts";
import { CatalogSchema } from "./schema.ts";
import { tokenSimilarity } from "./token-similarity.ts";

const THINGS_ON_A_MID_SIZE_PLATFORM: Record<string, number> = {
  cluster: 2,
  "node pool": 4,
  workload: 30,

  image: 30,
};
/** Remedies for what is rare: privileged agents, stray databases, untrusted code, administrators, cloud callers. */
const SCARCE: Record<string, number> = {
  "take-privilege-and-host-files-away": 8,
  "move-state-to-persistent-volumes": 6,
  "sandbox-untrusted-code": 5,
  "cut-cluster-admin-down": 8,
  "give-workloads-their-own-cloud-identity": 15,
  "move-credentials-to-a-secret-store": 15,
};

function pertMean(days: ThreePoint): number {
  return (days.optimistic + 4 * days.likely + days.pessimistic) / 6;
}

function repeated(texts: readonly string[]): string[] {
  return texts.filter((text, at) => texts.indexOf(text) !== at);
}

test("has the shape and the bounds that the schema states", () => {
  const parsed = CatalogSchema.safeParse(CATALOG);
  expect(parsed.error?.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`) ?? []).toEqual([]);
});

test("uses every id once", () => {
  for (const things of [CATALOG.controls, CATALOG.questions, CATALOG.remedies, CATALOG.concerns, CATALOG.dimensions]) {
    expect(repeated(things.map((thing) => thing.id))).toEqual([]);
  }
});

test("tells of every layer, dimension and concern, in the framework's order", () => {
  expect(CATALOG.layers.map((text) => text.id)).toEqual(LAYERS);
  expect(CATALOG.dimensions.map((text) => text.id)).toEqual(DIMENSIONS);
  expect(CATALOG.concerns.map((text) => text.id)).toEqual(CONCERNS);
});

describe("every row can be assessed", () => {
  test.each(CONCERNS)("%s has two questions or more, and evidence beyond testimony", (concern) => {
    const controls = controlsOfConcern(concern);
    expect(controls.flatMap((control) => questionsOf(control.id)).length).toBeGreaterThanOrEqual(2);
    expect(controls.some((control) => control.checks.length > 0 || control.otherEvidence)).toBe(true);
    expect(controls.every((control) => control.layer === layerOfConcern(concern))).toBe(true);
  });

  test.each(DIMENSIONS)("%s has twelve questions or more, and evidence beyond testimony", (dimension) => {
    const controls = CATALOG.controls.filter((control) => control.dimension === dimension);
    const questions = controls.flatMap((control) => questionsOf(control.id));
    console.log(`${dimension}: ${questions.length} questions`);
    expect(questions.length).toBeGreaterThanOrEqual(12);
    expect(controls.some((control) => control.checks.length > 0 || control.otherEvidence)).toBe(true);
  });

  test("no cell of the heat map is empty", () => {
    const empty = LAYERS.flatMap((layer) =>
      DIMENSIONS.filter((dimension) => controlsOfCell(layer, dimension).length === 0).map(
        (dimension) => `${layer} x ${dimension}`,
      ),
    );
    expect(empty).toEqual([]);
  });

  test("a control without a check says where its evidence comes from", () => {
    const silent = CATALOG.controls.filter(({ checks, otherEvidence }) => checks.length === 0 && !otherEvidence);
    expect(silent.map((control) => control.id)).toEqual([]);
  });
});

describe("controls", () => {
  test("are watched by checks that exist", () => {
    const unknown = CATALOG.controls.flatMap((control) => control.checks.filter((check) => !checkById(check)));
    expect(unknown).toEqual([]);
  });

  test("count a check once: no fault is a finding of two controls", () => {
    expect(repeated(CATALOG.controls.flatMap((control) => [...control.checks]))).toEqual([]);
  });

  test("decide only by checks that they have", () => {
    const blind = CATALOG.controls.filter(
      (control) => control.observation === "decides" && control.checks.length === 0,
    );
    expect(blind.map((control) => control.id)).toEqual([]);
  });

  test("escape outward only", () => {
    for (const { id, layer, escalatesTo } of CATALOG.controls) {
      if (escalatesTo) expect(LAYERS.indexOf(escalatesTo), id).toBeLessThan(LAYERS.indexOf(layer));
    }
  });

  test("are critical seldom, and only where a concern can be capped", () => {
    const critical = CATALOG.controls.filter((control) => control.critical);
    expect(critical.length).toBeGreaterThanOrEqual(8);
    expect(critical.length).toBeLessThanOrEqual(14);
    expect(critical.filter((control) => control.concern === null || control.weight < 5)).toEqual([]);
  });
});

describe("questions", () => {
  test("are enough for two weeks of looking: 150 or more", () => {
    console.log(`${CATALOG.questions.length} questions, ${CATALOG.remedies.length} remedies`);
    expect(CATALOG.questions.length).toBeGreaterThanOrEqual(150);
  });

  test("each control is asked about, and each question is about a control", () => {
    expect(CATALOG.controls.filter((control) => questionsOf(control.id).length === 0)).toEqual([]);
    expect(CATALOG.questions.filter((question) => !controlById(question.control))).toEqual([]);
  });

  test("no two ask the same", () => {
    const twins = CATALOG.questions.flatMap((one, at) =>
      CATALOG.questions
        .slice(at + 1)
        .filter((other) => tokenSimilarity(one.asks, other.asks) > 0.4 || tokenSimilarity(one.why, other.why) > 0.4)
        .map((other) => `${one.id} ~ ${other.id}`),
    );
    expect(twins).toEqual([]);
  });

  test("no level is worded twice", () => {
    expect(repeated(CATALOG.questions.flatMap((question) => [...question.levels]))).toEqual([]);
  });

  test("read easily: grade 10 on average, none above 14", () => {
    const grades = CATALOG.questions.map((question) => ({
      id: question.id,
      grade: readingGrade(`${question.asks} ${question.why}`),
    }));
    const mean = grades.reduce((sum, { grade }) => sum + grade, 0) / grades.length;
    console.log(`mean reading grade ${mean.toFixed(1)}`);
    expect(grades.filter(({ grade }) => grade > 14)).toEqual([]);
    expect(mean).toBeLessThan(10);
  });

  test("close their backticks", () => {
    const open = CATALOG.questions.filter((question) => (question.findOut.split("`").length - 1) % 2 === 1);
    expect(open.map((question) => question.id)).toEqual([]);
  });
});

describe("remedies", () => {
  test("close each control exactly once", () => {
    const closed = CATALOG.remedies.flatMap((remedy) => [...remedy.closes]);
    expect(closed.toSorted()).toEqual(CATALOG.controls.map((control) => control.id).toSorted());
  });

  test("belong to the outermost layer that they mend", () => {
    for (const remedy of CATALOG.remedies) {
      const layers = remedy.closes.map((control) => controlById(control)?.layer);
      expect(
        LAYERS.find((layer) => layers.includes(layer)),
        remedy.id,
      ).toBe(remedy.layer);
    }
  });

  test("are verified by the checks of what they close", () => {
    for (const remedy of CATALOG.remedies) {
      const checks = remedy.closes.flatMap((control) => controlById(control)?.checks ?? []);
      expect(remedy.verifiedBy.toSorted(), remedy.id).toEqual(checks.toSorted());
    }
  });

  test("come after remedies that exist, and never in a circle", () => {
    const done = new Set<string>();
    let left = [...CATALOG.remedies];
    while (left.length > 0) {
      const next = left.filter((remedy) => remedy.after.every((id) => done.has(id)));
      expect(next.length, `stuck at ${left.map((remedy) => remedy.id).join(", ")}`).toBeGreaterThan(0);
      for (const remedy of next) done.add(remedy.id);
      left = left.filter((remedy) => !done.has(remedy.id));
    }
  });

  test("cost a mid-size platform 1 to 25 days each", () => {
    for (const { id, fixed, perThing, thing } of CATALOG.remedies) {
      const things = SCARCE[id] ?? THINGS_ON_A_MID_SIZE_PLATFORM[thing] ?? 12;
      const days = pertMean(fixed) + pertMean(perThing) * things;
      expect(days, id).toBeGreaterThan(1);
      expect(days, id).toBeLessThanOrEqual(25);
    }
  });
});

test("speaks plainly", () => {
  const forbidden = /\b(oops|successfully|please|leverage|robust|seamless|simply|we recommend)\b/gi;
  expect(JSON.stringify(CATALOG).match(forbidden) ?? []).toEqual([]);
  expect(CATALOG.questions.filter((question) => /!(?!=)/.test(question.asks + question.why))).toEqual([]);
});

test("every control finds the remedy that closes it", () => {
  for (const control of CATALOG.controls) expect(remedyOf(control.id)?.closes).toContain(control.id);
});
