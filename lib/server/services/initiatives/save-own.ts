import { randomUUID } from "node:crypto";
import { OwnInitiativeInput } from "#lib/contracts/inputs.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { type OwnInitiative, ringOf } from "#lib/planning/own-initiative.ts";
import { listOwnInitiatives, lockOwnInitiatives, storeOwnInitiative } from "#lib/server/db/own-initiatives.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { catalogOf, loadStanding } from "../assessments/load-standing.ts";
import { notFound, verb } from "../verb.ts";
import { requireUnsigned } from "../workflow/require-unsigned.ts";

/** More would be a plan of its own. */
const MOST = 100;

/** Adds work of one's own to the assessment, or changes what is there; the next plan holds it once it has an estimate. */
export const saveOwn = verb(
  {
    name: "initiatives.save-own",
    may: "roadmap.plan",
    input: OwnInitiativeInput,
    writes: ({ assessment, title }, { id }: { id: string }) => ({
      subject: assessment,
      details: { initiative: id, title },
    }),
  },
  async (work, { assessment, initiative, version, ...input }, member) => {
    await requireUnsigned(work, assessment);
    await lockOwnInitiatives(work, assessment);
    const standing = await loadStanding(work, assessment, member.scanMaxAgeDays);
    const own = await listOwnInitiatives(work, assessment);
    const before = own.find((each) => each.id === initiative);
    if (initiative !== null && !before) throw notFound();
    if (before && before.version !== version)
      throw new Refusal("conflict", "Somebody changed this while you were writing.", {
        detail: "Nothing was stored, and what you typed is still here. Copy what you need, and load the page again.",
      });
    if (!before && own.length >= MOST)
      throw new Refusal("refused", `An assessment has ${MOST} own initiatives at most.`, {
        detail: "Remove one first.",
      });
    const saved: OwnInitiative = {
      ...input,
      id: before?.id ?? `own-work-${randomUUID().slice(0, 8)}`,
      by: before?.by ?? member.name,
      version: (before?.version ?? 0) + 1,
    };
    const others = own.filter((each) => each.id !== saved.id);
    const catalog = catalogOf(standing);
    refuseUnknown(saved, new Set([...catalog.remedies, ...others].map((each) => each.id)));
    const taker = others.find(({ replaces }) => replaces.some((remedy) => saved.replaces.includes(remedy)));
    if (taker)
      throw new Refusal("conflict", `“${taker.title}” replaces one of these already.`, {
        detail: "Nothing was stored. Only one initiative can close a finding.",
        fields: { replaces: `Leave out what “${taker.title}” replaces` },
      });
    const ring = ringOf(catalog, before ? own.map((each) => (each === before ? saved : each)) : [...own, saved]);
    if (ring)
      throw new Refusal("invalid-input", "This would wait for itself.", {
        detail: `Nothing was stored. These wait for each other: ${ring.map((title) => `“${title}”`).join(", ")}.`,
        fields: { after: "Leave out what waits for this" },
      });
    const of = { organizationId: member.organizationId, assessmentId: assessment };
    await storeOwnInitiative(work, of, saved, { id: member.userId, name: member.name, at: now() });
    return { id: saved.id };
  },
);

function refuseUnknown({ replaces, after }: OwnInitiative, known: ReadonlySet<string>): void {
  if (![...replaces, ...after].every((id) => known.has(id))) throw notFound();
}
