import { NewShare } from "#lib/contracts/inputs.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { addDays } from "#lib/presentation/dates.ts";
import { findAssessment } from "#lib/server/db/assessments.ts";
import { findLatestRoadmap } from "#lib/server/db/roadmaps.ts";
import { addShare, listShares } from "#lib/server/db/shares.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { notFound, verb } from "../verb.ts";
import { hashOfShareToken, makeShareToken } from "./share-token.ts";

/** A link that lives longer is forgotten. */
const LONGEST_DAYS = 366;
/** More links than anybody can keep an eye on. */
const MOST = 200;

/** Makes a link to read the roadmap without an account. The token is in the answer, and nowhere else ever. */
export const createShare = verb(
  {
    name: "shares.create-share",
    may: "report.share",
    input: NewShare,
    writes: (input, output: { share: string; token: string }) => ({
      subject: input.assessment,
      details: { share: output.share, profile: input.profile, endsOn: input.endsOn },
    }),
  },
  async (work, { assessment, name, profile, endsOn }, member) => {
    if (!(await findAssessment(work, assessment))) throw notFound();
    const at = now();
    const today = at.toISOString().slice(0, 10);
    if (endsOn <= today || endsOn > addDays(today, LONGEST_DAYS)) {
      throw new Refusal("invalid-input", "This day does not fit.", {
        detail: "Nothing was made. A link ends on a day from tomorrow on, within a year.",
        fields: { endsOn: "From tomorrow on, within a year" },
      });
    }
    if (!(await findLatestRoadmap(work, assessment)))
      throw new Refusal("refused", "There is nothing to share yet.", { detail: "Plan the year first." });
    if ((await listShares(work, assessment)).length >= MOST)
      throw new Refusal("refused", `An assessment has ${MOST} links at most.`, {
        detail: "Give those who read it one link together.",
      });
    const token = makeShareToken();
    const share = await addShare(work, {
      ...{ organizationId: member.organizationId, assessmentId: assessment, name: name.trim(), profile },
      ...{ createdBy: member.userId, creatorName: member.name, createdAt: at },
      // To the end of that day, by UTC.
      expiresAt: new Date(`${addDays(endsOn, 1)}T00:00:00Z`),
      tokenHash: hashOfShareToken(token) ?? "",
    });
    return { share, token };
  },
);
