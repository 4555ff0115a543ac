import { ExportedQuestionnaire } from "#lib/contracts/inputs.ts";
import { longVerb } from "../verb.ts";
import { FORMATS } from "./formats.ts";
import { loadExchange } from "./load-exchange.ts";

/** The questionnaire to fill in offline, drawn after the database has been let go. */
export const exportQuestionnaire = longVerb(
  { name: "exchange.export-questionnaire", may: "report.export", input: ExportedQuestionnaire },
  async (inWork, { assessment, format }) => {
    const { head, rows } = await inWork((work, member) => loadExchange(work, member, assessment), "one moment");
    const { contentType, render } = FORMATS[format];
    return { fileName: fileNameOf(head.assessment.name, format), contentType, content: render(head, rows) };
  },
);

/** Letters, digits, dots and dashes alone: safe in every file system and header. */
function fileNameOf(assessment: string, ending: string): string {
  const plain = `questionnaire ${assessment}`.normalize("NFKD").replaceAll(/[^\w.-]+/g, "-");
  return `${plain.replaceAll(/^-+|-+$/g, "").slice(0, 120)}.${ending}`;
}
