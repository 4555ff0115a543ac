import { expect, test } from "vitest";
import { concernText } from "./concern-text.ts";
import { controlById } from "./control-by-id.ts";
import { controlsOfCheck } from "./controls-of-check.ts";
import { controlsOfConcern } from "./controls-of-concern.ts";
import { dimensionText } from "./dimension-text.ts";
import { FIRST_EDITION } from "./first-edition.fixture.ts";
import type { ConcernId } from "./framework.ts";
import { layerText } from "./layer-text.ts";
import { questionById } from "./question-by-id.ts";
import { questionsOf } from "./questions-of.ts";
import { remedyById } from "./remedy-by-id.ts";
import { remedyOf } from "./remedy-of.ts";

test("one leads to the other: concern, control, question, remedy, check", () => {
  const [control] = controlsOfConcern("runtime-isolation");
  expect(control?.id).toBe("host-files-out-of-reach");
  const [question] = questionsOf("host-files-out-of-reach");
  expect(questionById(question?.id ?? "")).toBe(question);
  const remedy = remedyOf("host-files-out-of-reach");
  expect(remedyById(remedy?.id ?? "")).toBe(remedy);
  expect(controlsOfCheck("host-path-sensitive")).toEqual([control]);
});

test("texts are found by id", () => {
  expect(concernText("rbac-authorization").title).toBe("RBAC authorization");
  expect(dimensionText("ci-cd").title).toBe("CI/CD");
  expect(layerText("code").title).toBe("Code");
});

test("what the catalogue does not know is empty, and an id outside the framework is refused", () => {
  expect(questionsOf("no-such-control")).toEqual([]);
  expect(controlsOfCheck("no-such-check")).toEqual([]);
  expect(remedyOf("no-such-control")).toBeUndefined();
  expect(() => concernText("no-such-concern" as ConcernId)).toThrow("no-such-concern");
});

test("answers of the first edition stay readable: no control or question was renamed or taken away", () => {
  expect(FIRST_EDITION.filter((id) => !controlById(id) || questionById(`${id}-q1`)?.control !== id)).toEqual([]);
});
