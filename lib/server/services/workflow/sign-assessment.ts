import { createHash } from "node:crypto";
import { SignInput } from "#lib/contracts/inputs.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { canonicalJson } from "#lib/report/canonical-json.ts";
import { findEndOfLog } from "#lib/server/db/assessment-log.ts";
import { findStateForStep } from "#lib/server/db/assessment-states.ts";
import { addSignature } from "#lib/server/db/signatures.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { type Anchor, BEGINNING } from "#lib/workflow/log-entry.ts";
import { blockersOf } from "#lib/workflow/steps.ts";
import { loadStanding } from "../assessments/load-standing.ts";
import { notFound, verb } from "../verb.ts";
import { appendToLog } from "./append-to-log.ts";
import { blockedStep } from "./blocked-step.ts";
import { contentToSign } from "./content-to-sign.ts";
import { digestOf } from "./digest-of.ts";
import { factsOf, loadReview } from "./load-review.ts";
import { openContradictionsOf } from "./open-contradictions-of.ts";
import { freezeStanding, type SignedDocument } from "./signed-document.ts";
import { moveTo } from "./take-step.ts";

/** Signs what the signer was shown, and freezes the assessment with it: one canonical document, its digest, the log's end. */
export const signAssessment = verb(
  {
    name: "workflow.sign-assessment",
    may: "assessments.sign",
    input: SignInput,
    writes: (input, output: { digest: string; log: Anchor }) => ({
      subject: input.assessment,
      details: { digest: output.digest },
    }),
  },
  async (work, { assessment, seen }, member) => {
    const state = await findStateForStep(work, assessment);
    if (!state) throw notFound();
    const standing = await loadStanding(work, assessment, member.scanMaxAgeDays);
    const review = await loadReview(work, member, assessment, standing.catalogue.asked);
    const blockers = blockersOf("sign", factsOf(review, state, openContradictionsOf(standing).length));
    if (blockers.length > 0) throw blockedStep("sign", blockers);
    const content = await contentToSign(work, member, standing, review);
    if (digestOf(content) !== seen) {
      throw new Refusal("conflict", "Something changed since you looked at what is signed.", {
        detail: "Nothing was signed. Load the page again, look at it and sign then.",
      });
    }
    const at = now();
    const document: SignedDocument = {
      ...content,
      format: "chartroom-assessment/1",
      log: (await findEndOfLog(work, assessment)) ?? { count: 0, hash: BEGINNING },
      signed: { at: at.toISOString(), by: { id: member.userId, name: member.name, role: member.role } },
      standing: freezeStanding(standing),
    };
    const text = canonicalJson(document);
    const digest = createHash("sha256").update(text).digest("hex");
    const entry = await appendToLog(work, member, assessment, "assessment.signed", { digest });
    const log = { count: entry.number, hash: entry.hash };
    const signature = { document: text, digest, by: member.name, byId: member.userId, at, log };
    await addSignature(work, member.organizationId, assessment, signature);
    await moveTo(work, assessment, state, "signed");
    return { digest, log };
  },
);
