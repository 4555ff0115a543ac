import { OverrideInput } from "#lib/contracts/inputs.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { removeOverride, storeOverride } from "#lib/server/db/overrides.ts";
import { loadStanding } from "../assessments/load-standing.ts";
import { notFound, verb } from "../verb.ts";
import { requireUnsigned } from "../workflow/require-unsigned.ts";

/** A person's own risk of a finding or effort of an initiative, with the reason; null takes it back. */
export const overrideValue = verb(
  {
    name: "findings.override-value",
    may: "risk.override",
    input: OverrideInput,
    writes: (input) => ({
      subject: input.subject,
      details: { of: input.of, value: input.value, reason: input.reason },
    }),
  },
  async (work, input, member) => {
    await requireUnsigned(work, input.assessment);
    const standing = await loadStanding(work, input.assessment, member.scanMaxAgeDays);
    const known =
      input.of === "risk"
        ? standing.findings.some((finding) => finding.id === input.subject)
        : [...standing.initiatives, ...(standing.unestimated ?? [])].some(
            (initiative) => initiative.id === input.subject,
          );
    if (!known) throw notFound();
    if (input.value === null) {
      await removeOverride(work, input.assessment, input.of, input.subject);
      return { value: null };
    }
    if (input.of === "risk" && (input.value < 1 || input.value > 25))
      throw new Refusal("invalid-input", "Risk goes from 1 to 25.", { fields: { value: "From 1 to 25" } });
    if (input.reason.trim() === "")
      throw new Refusal("invalid-input", "Say why.", {
        detail: "The computed value stays visible beside yours; the reason explains the difference.",
        fields: { reason: "Enter the reason" },
      });
    await storeOverride(work, member.organizationId, input.assessment, {
      of: input.of,
      subject: input.subject,
      value: input.value,
      reason: input.reason.trim(),
      userId: member.userId,
      userName: member.name,
    });
    return { value: input.value };
  },
);
