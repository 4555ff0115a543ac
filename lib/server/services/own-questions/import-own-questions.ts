import { createHash } from "node:crypto";
import { mergeOwn } from "#lib/catalog/own/own-catalog.ts";
import type { OwnContent, OwnQuestion } from "#lib/catalog/own/own-content.ts";
import { OwnQuestionsFile } from "#lib/contracts/inputs.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { canonicalJson } from "#lib/report/canonical-json.ts";
import { addOwnContent, findOwnContent, listOwnContents } from "#lib/server/db/own-contents.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { verb } from "../verb.ts";
import { parseOwnFile } from "./parse-own-file.ts";

export type OwnImport = { number: number; added: number; changed: number; removed: number };

/** Takes a file as the organization's own questions from now on. What it leaves out is asked no more, and stays readable. */
export const importOwnQuestions = verb(
  {
    name: "own-questions.import-own-questions",
    may: "assessments.write",
    input: OwnQuestionsFile,
    writes: ({ fileName }, { number, added, changed, removed }: OwnImport) => ({
      subject: fileName,
      details: { number, added, changed, removed },
    }),
  },
  async (work, { fileName, content }, member): Promise<OwnImport> => {
    const next = await parseOwnFile(fileName, content);
    const before = await findOwnContent(work);
    const number = ((await listOwnContents(work))[0]?.number ?? 0) + 1;
    const row = {
      ...{ number, fileName, questions: next.questions.length, at: now() },
      content: mergeOwn(before, next),
      sha256: createHash("sha256").update(content).digest("hex"),
      by: { id: member.userId, name: member.name },
    };
    if (!(await addOwnContent(work, member.organizationId, row))) {
      throw new Refusal("conflict", "Somebody imported own questions in the same moment.", {
        detail: "Nothing was stored. Look at what stands now, then import again if it still fits.",
      });
    }
    return { number, ...compare(before, next) };
  },
);

function compare(before: OwnContent, next: { questions: readonly OwnQuestion[] }): Omit<OwnImport, "number"> {
  const old = new Map(before.questions.filter(({ removed }) => !removed).map((each) => [each.id, canonicalJson(each)]));
  const added = next.questions.filter(({ id }) => !old.has(id)).length;
  const changed = next.questions.filter(
    (each) => (old.get(each.id) ?? canonicalJson(each)) !== canonicalJson(each),
  ).length;
  const kept = new Set(next.questions.map(({ id }) => id));
  return { added, changed, removed: [...old.keys()].filter((id) => !kept.has(id)).length };
}
