import { can } from "#lib/access/permissions.ts";
import { EVIDENCE_FILE_LIMIT } from "#lib/contracts/evidence-limits.ts";
import { AssessmentId } from "#lib/contracts/inputs.ts";
import { ATTESTATION_MAX_AGE_DAYS } from "#lib/evidence/freshness.ts";
import type { EvidenceItem } from "#lib/evidence/items/evidence-item.ts";
import { EVIDENCE_EXTENSIONS } from "#lib/evidence/items/file-types.ts";
import { type EvidenceStanding, standingOfItem, usualEnd } from "#lib/evidence/items/validity.ts";
import { findAssessment } from "#lib/server/db/assessments.ts";
import { listEvidence } from "#lib/server/db/evidence-items.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { notFound, verb } from "../verb.ts";
import { readEvidenceUse } from "./evidence-room.ts";

/** An item as it is listed: of an output, the first lines. */
export type EvidenceLine = Omit<EvidenceItem, "output"> & {
  standing: EvidenceStanding;
  /** The first lines, and how many there are. */
  output: string;
  lines: number;
};

const SHOWN_LINES = 40;
const SHOWN_CHARACTERS = 4_000;

/** Everything that was brought for the questions of an assessment, and how much more may be. */
export const readEvidence = verb(
  { name: "attachments.read-evidence", may: "assessments.read", input: AssessmentId },
  async (work, input, member) => {
    const assessment = await findAssessment(work, input.assessment);
    if (!assessment) throw notFound();
    const today = now().toISOString().slice(0, 10);
    const items = await listEvidence(work, input.assessment);
    return {
      items: items.map((item): EvidenceLine => lineOf(item, today)),
      use: await readEvidenceUse(work, input.assessment),
      takes: { extensions: EVIDENCE_EXTENSIONS, bytes: EVIDENCE_FILE_LIMIT },
      today,
      usualEnd: usualEnd(today),
      answerDays: ATTESTATION_MAX_AGE_DAYS,
      mayAdd: can(member.role, "answers.write") && assessment.state !== "signed",
    };
  },
);

function lineOf(item: EvidenceItem, today: string): EvidenceLine {
  const shown = item.withdrawn ? "" : item.output;
  const lines = shown.split("\n");
  return {
    ...item,
    standing: standingOfItem(item, today),
    output: lines.slice(0, SHOWN_LINES).join("\n").slice(0, SHOWN_CHARACTERS),
    lines: shown === "" ? 0 : lines.length,
  };
}
