import { ExportedReport } from "#lib/contracts/inputs.ts";
import { longVerb } from "../verb.ts";
import { assembleReport } from "./assemble-report.ts";
import { DELIVERABLES } from "./deliverables.ts";
import { fileNameOf } from "./file-name-of.ts";

/** The report in one of its formats, drawn after the database has been let go. The same state gives the same bytes. */
export const exportReport = longVerb(
  { name: "reports.export-report", may: "report.export", input: ExportedReport },
  async (inWork, { assessment, format }) => {
    const model = await inWork((work, member) => assembleReport(work, member, assessment), "one moment");
    const { contentType, ending, render } = DELIVERABLES[format];
    return { fileName: fileNameOf(model, ending), contentType, content: await render(model) };
  },
);
