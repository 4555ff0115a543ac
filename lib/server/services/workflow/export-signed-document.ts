import { AssessmentId } from "#lib/contracts/inputs.ts";
import { findSignedDocument } from "#lib/server/db/signatures.ts";
import { notFound, verb } from "../verb.ts";

/** What was signed, byte for byte: its SHA-256 is the digest that the page and the report print. */
export const exportSignedDocument = verb(
  { name: "workflow.export-signed-document", may: "report.export", input: AssessmentId },
  async (work, input) => {
    const signed = await findSignedDocument(work, input.assessment);
    if (!signed) throw notFound();
    return { fileName: `signed-${input.assessment}.json`, document: signed.document };
  },
);
