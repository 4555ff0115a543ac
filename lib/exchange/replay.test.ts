import fc from "fast-check";
import { expect, test } from "vitest";
import { readDocument } from "./document.ts";
import type { Said } from "./exchanged.ts";
import { type Command, type Logged, Portal, QUESTIONS, replay, sameSaid, viewOf } from "./replay.fixture.ts";

const question = fc.constantFrom(...QUESTIONS);
const by = fc.constantFrom("Ada", "Ben");
const said: fc.Arbitrary<Said> = fc
  .record({
    maturity: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const, 4 as const, null),
    comment: fc.string({ unit: "grapheme", maxLength: 8 }),
    confidence: fc.constantFrom("low" as const, "medium" as const, "high" as const),
  })
  .map((each) => ({
    ...each,
    notApplicable: each.maturity === null,
    comment: each.maturity === null ? `because ${each.comment}` : each.comment,
  }));
const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant("edit"), by, question, said, behind: fc.constantFrom(0, 0, 0, 1) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("export") }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("import"),
      by,
      file: fc.nat(5),
      filled: fc.array(fc.tuple(question, said), { maxLength: 4 }),
      takes: fc.array(fc.boolean(), { minLength: 1, maxLength: 3 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("confirm"), by, questions: fc.uniqueArray(question) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("upgrade"), edition: fc.nat(9) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("see"), question, level: fc.nat(4) }) },
) as fc.Arbitrary<Command>;
const commands = fc.array(command, { minLength: 5, maxLength: 60 });
const OF = { numRuns: 400, seed: 20261123 };

function run(all: readonly Command[]): Portal {
  const portal = new Portal();
  for (const each of all) portal.take(each);
  return portal;
}

test("any sequence of edits, imports, upgrades and evidence ends where the replay of its log ends", () => {
  fc.assert(
    fc.property(commands, (all) => {
      const { standing, log } = run(all);
      // Through JSON, as a log is kept.
      const kept = JSON.parse(JSON.stringify(log)) as Logged[];
      expect(viewOf(replay(kept))).toEqual(viewOf(standing));
    }),
    OF,
  );
});

test("no acknowledged answer is lost, none is overwritten unseen, and none is ever deleted", () => {
  fc.assert(
    fc.property(commands, (all) => {
      const portal = new Portal();
      const told = new Set<string>();
      for (const each of all) {
        portal.take(each);
        for (const [id] of portal.standing.answers) told.add(id);
        expect([...told].every((id) => portal.standing.answers.has(id))).toBe(true);
      }
      const versions = new Map<string, number>();
      const history = portal.log.flatMap((entry) => {
        if (entry.is !== "answered") return [];
        const version = (versions.get(entry.question) ?? 0) + 1;
        versions.set(entry.question, version);
        return [JSON.stringify([entry.question, version, entry.said])];
      });
      expect(history).toEqual(portal.acknowledged);
    }),
    OF,
  );
});

test("whatever happened, importing an export unchanged changes nothing, and every answered field is in it", () => {
  fc.assert(
    fc.property(commands, (all) => {
      const portal = run(all);
      const before = portal.log.length;
      const read = readDocument(JSON.parse(portal.exported()));
      for (const row of read.rows)
        expect(sameSaid(row.said, portal.standing.answers.get(row.question) ?? null)).toBe(true);
      const file = all.filter((each) => each.do === "export").length;
      portal.take({ do: "export" });
      portal.take({ do: "import", by: "Ada", file, filled: [], takes: [true] });
      expect(portal.log.length).toBe(before);
    }),
    OF,
  );
});

test("the sequences reach what they are about: conflicts, rewordings that wait, questions given up", () => {
  const reached = new Set(
    fc
      .sample(commands, { numRuns: 200, seed: OF.seed })
      .flatMap((all) => viewOf(run(all).standing).map((each) => each.standing)),
  );
  expect([...reached].toSorted()).toEqual(["answered", "no longer asked", "open", "to confirm"]);
});
