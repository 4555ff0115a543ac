import { can } from "#lib/access/permissions.ts";
import { CATALOG } from "#lib/catalog/catalog.ts";
import { Nothing } from "#lib/contracts/inputs.ts";
import { findOwnContent, listOwnContents } from "#lib/server/db/own-contents.ts";
import { verb } from "../verb.ts";

/** What an organization adds to the catalogue, and which files that came from. */
export const readOwnQuestions = verb(
  { name: "own-questions.read-own-questions", may: "assessments.read", input: Nothing },
  async (work, _, member) => {
    const content = await findOwnContent(work);
    const own = new Map(content.dimensions.map(({ id, title }) => [id, title]));
    const titles = new Map<string, string>(CATALOG.dimensions.map(({ id, title }) => [id, title]));
    return {
      questions: content.questions.map(({ id, asks, title, dimension, layer, initiative, removed }) => ({
        ...{ id, asks, title, layer, initiative: initiative.title, removed: removed === true },
        dimension: own.get(dimension) ?? titles.get(dimension) ?? dimension,
      })),
      imports: (await listOwnContents(work)).map(({ at, ...line }) => ({ ...line, at: at.toISOString() })),
      mayImport: can(member.role, "assessments.write"),
    };
  },
);
