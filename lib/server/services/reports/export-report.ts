import { ExportedReport } from "#lib/contracts/inputs.ts";
import { loadBrand } from "../branding/load-brand.ts";
import { longVerb } from "../verb.ts";
import { assembleReport } from "./assemble-report.ts";
import { DELIVERABLES } from "./deliverables.ts";
import { fileNameOf } from "./file-name-of.ts";

/** The report in one of its formats, drawn after the database has been let go. The same state gives the same bytes. */
export const exportReport = longVerb(
  { name: "reports.export-report", may: "report.export", input: ExportedReport },
  async (inWork, { assessment, format }) => {
    const { model, brand } = await inWork(async (work, member) => {
      const own = await loadBrand(work);
      return { model: await assembleReport(work, member, assessment, own?.name ?? null), brand: own };
    }, "one moment");
    const { contentType, ending, render } = DELIVERABLES[format];
    return { fileName: fileNameOf(model, ending), contentType, content: await render(model, brand) };
  },
);
