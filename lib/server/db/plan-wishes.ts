import "server-only";
import type { DatedWish } from "#lib/planning/wishes-of.ts";
import type { Work } from "./unit-of-work.ts";

export type WishRow = DatedWish & { reason: string; by: string };

const dayOf = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

export async function listWishes(work: Work, assessmentId: string): Promise<WishRow[]> {
  const rows = await work.planWish.findMany({ where: { assessmentId }, orderBy: { remedy: "asc" } });
  return rows.map(({ remedy, notBefore, doneBy, reason, wisherName }) => ({
    ...{ remedy, reason, by: wisherName, notBefore: dayOf(notBefore), doneBy: dayOf(doneBy) },
  }));
}

/** One wish a remedy: a later one takes the place of the one before. */
export async function storeWish(
  work: Work,
  of: { organizationId: string; assessmentId: string },
  { remedy, notBefore, doneBy, reason }: Omit<WishRow, "by">,
  by: { id: string; name: string; at: Date },
): Promise<void> {
  const content = {
    ...{ notBefore: notBefore && new Date(notBefore), doneBy: doneBy && new Date(doneBy), reason },
    ...{ wishedBy: by.id, wisherName: by.name, wishedAt: by.at },
  };
  await work.planWish.upsert({
    where: { organizationId_assessmentId_remedy: { ...of, remedy } },
    create: { ...of, remedy, ...content },
    update: content,
  });
}

/** False when there is none. */
export async function removeWishOf(work: Work, assessmentId: string, remedy: string): Promise<boolean> {
  const { count } = await work.planWish.deleteMany({ where: { assessmentId, remedy } });
  return count > 0;
}
