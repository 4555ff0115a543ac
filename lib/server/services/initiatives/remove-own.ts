import { OwnInitiativeId } from "#lib/contracts/inputs.ts";
import { removeOverride } from "#lib/server/db/overrides.ts";
import { removeOwnInitiative } from "#lib/server/db/own-initiatives.ts";
import { notFound, verb } from "../verb.ts";
import { requireUnsigned } from "../workflow/require-unsigned.ts";

/** Takes own work away, with the effort that was set of it; what it replaced is asked for again. */
export const removeOwn = verb(
  {
    name: "initiatives.remove-own",
    may: "roadmap.plan",
    input: OwnInitiativeId,
    writes: ({ assessment, initiative }) => ({ subject: assessment, details: { initiative } }),
  },
  async (work, { assessment, initiative }) => {
    await requireUnsigned(work, assessment);
    if (!(await removeOwnInitiative(work, assessment, initiative))) throw notFound();
    await removeOverride(work, assessment, "effort", initiative);
    return { initiative };
  },
);
