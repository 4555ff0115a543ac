import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Autosave, type AutosaveEvent, autosave, isUnsaved, startAutosave } from "./autosave.ts";
import { chooseAll, type Merge } from "./merge/merge.ts";
import { type Draft, EMPTY_DRAFT, type StoredAnswer } from "./question-item.ts";

const AT = "2027-01-18T14:03:00.000Z";
const draft = (comment: string, maturity: Draft["maturity"] = 2): Draft => ({ ...EMPTY_DRAFT, maturity, comment });
const stored = (comment: string, version: number): StoredAnswer => ({ ...draft(comment), version, by: "Mira", at: AT });
const run = (state: Autosave, ...events: AutosaveEvent[]) => events.reduce(autosave, state);

describe("the way of an answer", () => {
  test("typed, sent, acknowledged", () => {
    const waiting = run(startAutosave(null), { type: "typed", draft: draft("a") });
    expect(waiting.status).toBe("waiting");
    const saving = run(waiting, { type: "due" });
    expect(saving).toMatchObject({ status: "saving", sending: draft("a"), version: 0 });
    const saved = run(saving, { type: "acknowledged", version: 1, at: AT });
    expect(saved).toMatchObject({ status: "saved", version: 1, savedAt: AT, sending: null });
    expect(isUnsaved(saved)).toBe(false);
  });

  test("what is typed while an answer is on its way is sent after it", () => {
    const state = run(
      startAutosave(null),
      { type: "typed", draft: draft("a") },
      { type: "due" },
      { type: "typed", draft: draft("ab") },
      { type: "due" },
    );
    expect(state).toMatchObject({ status: "saving", sending: draft("a"), draft: draft("ab") });
    expect(run(state, { type: "acknowledged", version: 1, at: AT })).toMatchObject({
      status: "waiting",
      version: 1,
      draft: draft("ab"),
    });
  });

  test("without a level it is kept on the screen and not sent", () => {
    const state = run(startAutosave(null), { type: "typed", draft: draft("a", null) }, { type: "due" });
    expect(state).toMatchObject({ status: "incomplete", sending: null });
    const excuse = run(state, { type: "typed", draft: { ...EMPTY_DRAFT, notApplicable: true } }, { type: "due" });
    expect(excuse).toMatchObject({ status: "incomplete", sending: null });
  });

  test("typing back to what is kept needs no sending", () => {
    const state = run(
      startAutosave(stored("a", 3)),
      { type: "typed", draft: draft("ab") },
      { type: "typed", draft: draft("a") },
    );
    expect(state.status).toBe("still");
  });

  test("a lost connection keeps the text and is tried again", () => {
    const lost = run(startAutosave(null), { type: "typed", draft: draft("a") }, { type: "due" }, { type: "lost" });
    expect(lost).toMatchObject({ status: "offline", draft: draft("a"), sending: null });
    expect(run(lost, { type: "due" })).toMatchObject({ status: "saving", sending: draft("a") });
  });

  test("a refusal keeps the text and is tried again after a change", () => {
    const refused = { message: "This question is no longer asked.", detail: "" };
    const state = run(
      startAutosave(null),
      { type: "typed", draft: draft("a") },
      { type: "due" },
      { type: "refused", refused },
    );
    expect(state).toMatchObject({ status: "refused", draft: draft("a"), refused });
    expect(run(state, { type: "typed", draft: draft("b") })).toMatchObject({ status: "waiting", refused: null });
  });
});

describe("two writers", () => {
  const clash = run(
    startAutosave(stored("a", 1)),
    { type: "typed", draft: draft("mine") },
    { type: "due" },
    { type: "conflicted", stored: stored("theirs", 2) },
  );

  test("both texts are there, and nothing is sent until one is chosen", () => {
    expect(clash).toMatchObject({ status: "conflict", draft: draft("mine"), conflict: { comment: "theirs" } });
    expect(run(clash, { type: "typed", draft: draft("mine too") }, { type: "due" })).toMatchObject({
      status: "conflict",
      sending: null,
    });
  });

  test("mine goes over theirs, in the knowledge of it", () => {
    const choice = { type: "chose", merge: chooseAll(clash.merge as Merge, "mine") } as const;
    expect(run(clash, choice, { type: "merged" }, { type: "due" })).toMatchObject({
      status: "saving",
      sending: draft("mine"),
      version: 2,
      conflict: null,
    });
  });

  test("theirs is taken", () => {
    const state = run(clash, { type: "chose", merge: chooseAll(clash.merge as Merge, "theirs") }, { type: "merged" });
    expect(state).toMatchObject({ status: "saved", draft: draft("theirs"), version: 2 });
    expect(isUnsaved(state)).toBe(false);
  });

  test("both comments in one are sent over the version that was seen", () => {
    expect(run(clash, { type: "merged" }, { type: "due" })).toMatchObject({
      sending: draft("theirs\n\nmine"),
      version: 2,
    });
  });

  test("a third text that comes meanwhile takes the other side's place, and what was chosen stays", () => {
    const merge = { ...(clash.merge as Merge), joined: "edited" };
    const state = run(clash, { type: "chose", merge }, { type: "refreshed", answer: stored("third", 3) });
    expect(state).toMatchObject({ draft: draft("mine"), conflict: { comment: "third" }, merge: { joined: "edited" } });
    expect(run(state, { type: "merged" }, { type: "due" })).toMatchObject({ sending: draft("edited"), version: 3 });
  });

  test("nothing changes under the hands of who is in the field; it does once they leave it", () => {
    const held = run(startAutosave(stored("a", 1)), { type: "refreshed", answer: stored("b", 2), held: true });
    expect(held).toMatchObject({ draft: draft("a"), version: 1, newer: { comment: "b" } });
    expect(run(held, { type: "released" })).toMatchObject({ draft: draft("b"), version: 2, newer: null });
    const wrote = run(held, { type: "typed", draft: draft("a!") }, { type: "released" }, { type: "due" });
    expect(wrote).toMatchObject({ sending: draft("a!"), version: 1 });
  });

  test("one's own write that comes back by the others' way is no news", () => {
    const sent = run(startAutosave(null), { type: "typed", draft: draft("a") }, { type: "due" });
    const told = { type: "refreshed", answer: stored("a", 1) } as const;
    expect(run(sent, told)).toBe(sent);
    expect(run(sent, { type: "lost" }, told)).toMatchObject({ version: 1, draft: draft("a"), status: "still" });
  });

  test("the same text from both is no conflict", () => {
    const state = run(
      startAutosave(null),
      { type: "typed", draft: draft("same") },
      { type: "due" },
      { type: "conflicted", stored: stored("same", 4) },
    );
    expect(state).toMatchObject({ status: "saved", version: 4, conflict: null });
  });
});

describe("coming back", () => {
  test("what this browser kept returns with the version that its writer saw", () => {
    const state = run(
      startAutosave(stored("newer", 5)),
      { type: "restored", draft: draft("unsent"), version: 4 },
      { type: "due" },
    );
    expect(state).toMatchObject({ status: "saving", sending: draft("unsent"), version: 4 });
  });

  test("a fresh page brings newer answers, but never over unsaved text", () => {
    expect(run(startAutosave(stored("a", 1)), { type: "refreshed", answer: stored("b", 2) })).toMatchObject({
      draft: draft("b"),
      version: 2,
    });
    const typing = run(
      startAutosave(stored("a", 1)),
      { type: "typed", draft: draft("mine") },
      { type: "refreshed", answer: stored("b", 2) },
    );
    expect(typing).toMatchObject({ draft: draft("mine"), version: 1 });
  });

  test("an older page does not take back what was just acknowledged", () => {
    const state = run(
      startAutosave(stored("a", 1)),
      { type: "typed", draft: draft("b") },
      { type: "due" },
      { type: "acknowledged", version: 2, at: AT },
      { type: "refreshed", answer: stored("a", 1) },
    );
    expect(state).toMatchObject({ draft: draft("b"), version: 2 });
  });
});

const anyDraft = fc.record({
  maturity: fc.constantFrom<Draft["maturity"][]>(null, 0, 1, 2, 3, 4),
  notApplicable: fc.boolean(),
  comment: fc.string({ maxLength: 3 }),
  confidence: fc.constantFrom<Draft["confidence"][]>("low", "medium", "high"),
});
const anyEvent: fc.Arbitrary<AutosaveEvent> = fc.oneof(
  anyDraft.map((each): AutosaveEvent => ({ type: "typed", draft: each })),
  fc.constant<AutosaveEvent>({ type: "due" }),
  fc.integer({ min: 1, max: 9 }).map((version): AutosaveEvent => ({ type: "acknowledged", version, at: AT })),
  fc.constant<AutosaveEvent>({ type: "lost" }),
  fc.constant<AutosaveEvent>({ type: "refused", refused: { message: "", detail: "" } }),
  fc
    .tuple(anyDraft, fc.integer({ min: 1, max: 9 }))
    .map(
      ([each, version]): AutosaveEvent => ({ type: "conflicted", stored: { ...each, version, by: "Mira", at: AT } }),
    ),
  fc.tuple(anyDraft, fc.integer({ min: 1, max: 9 }), fc.boolean()).map(
    ([each, version, held]): AutosaveEvent => ({
      ...{ type: "refreshed", held },
      answer: { ...each, version, by: "Mira", at: AT },
    }),
  ),
  fc.constant<AutosaveEvent>({ type: "released" }),
  fc
    .tuple(anyDraft, fc.integer({ min: 1, max: 9 }))
    .map(([each, version]): AutosaveEvent => ({ type: "refreshed", answer: { ...each, version, by: "Mira", at: AT } })),
);

test("whatever happens, what was typed last stands on the screen until the person takes another text", () => {
  fc.assert(
    fc.property(
      fc.array(anyEvent, { maxLength: 40 }),
      anyDraft,
      fc.array(anyEvent, { maxLength: 40 }),
      (before, mine, after) => {
        const typed = run(run(startAutosave(null), ...before), { type: "typed", draft: mine });
        let state = typed;
        for (const event of after) {
          if (event.type === "typed") break;
          const unsaved = isUnsaved(state) || state.sending !== null;
          const next = autosave(state, event);
          if (unsaved) expect(next.draft).toEqual(state.draft);
          if (next.sending) expect(next.status).toBe("saving");
          state = next;
        }
      },
    ),
  );
});
