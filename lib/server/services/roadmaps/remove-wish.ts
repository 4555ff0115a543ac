import { WishOf } from "#lib/contracts/inputs.ts";
import { removeWishOf } from "#lib/server/db/plan-wishes.ts";
import { notFound, verb } from "../verb.ts";

/** Takes a wish back; the next plan is free of it. */
export const removeWish = verb(
  {
    name: "roadmaps.remove-wish",
    may: "roadmap.plan",
    input: WishOf,
    writes: ({ assessment, remedy }) => ({ subject: assessment, details: { remedy } }),
  },
  async (work, { assessment, remedy }) => {
    if (!(await removeWishOf(work, assessment, remedy))) throw notFound();
    return { remedy };
  },
);
