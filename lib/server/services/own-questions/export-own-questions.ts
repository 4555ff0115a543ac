import { stringify } from "yaml";
import { OWN_EXAMPLE } from "#lib/catalog/own/example.ts";
import type { OwnContent } from "#lib/catalog/own/own-content.ts";
import { toSheets } from "#lib/catalog/own/own-rows.ts";
import { OwnQuestionsFormat } from "#lib/contracts/inputs.ts";
import { tableOf } from "#lib/report/tables/table.ts";
import { findOwnContent } from "#lib/server/db/own-contents.ts";
import { renderWorkbook } from "#lib/server/render/workbook/render-workbook.ts";
import { verb } from "../verb.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Own questions as a file to change and import again; a template with an example where there are none. */
export const exportOwnQuestions = verb(
  { name: "own-questions.export-own-questions", may: "assessments.read", input: OwnQuestionsFormat },
  async (work, { format }) => {
    const found = await findOwnContent(work);
    const asked = found.questions.filter(({ removed }) => !removed);
    const content: OwnContent = asked.length > 0 ? { ...found, questions: asked } : OWN_EXAMPLE;
    const fileName = `own-questions.${format}`;
    if (format === "json")
      return { fileName, contentType: "application/json", content: `${JSON.stringify(content, null, 2)}\n` };
    if (format === "yaml") return { fileName, contentType: "application/yaml", content: stringify(content) };
    const tables = toSheets(content).map(({ name, columns, rows }) =>
      tableOf(
        name.toLowerCase(),
        name,
        rows,
        Object.fromEntries(
          columns.map((column, at) => {
            const isNumber = rows.some((row) => typeof row[at] === "number");
            return [column, [column, isNumber ? "number" : "text", (row: (typeof rows)[number]) => row[at] ?? null]];
          }),
        ),
      ),
    );
    return { fileName, contentType: XLSX, content: renderWorkbook(tables) };
  },
);
