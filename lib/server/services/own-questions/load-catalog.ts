import "server-only";
import { CATALOG } from "#lib/catalog/catalog.ts";
import type { Catalog } from "#lib/catalog/control.ts";
import { withOwn } from "#lib/catalog/own/own-catalog.ts";
import { findOwnContent } from "#lib/server/db/own-contents.ts";
import type { Work } from "#lib/server/db/unit-of-work.ts";

/** The catalogue as the organization has it: the product's, and what it adds. `of`: as that assessment asks it. */
export async function loadCatalog(work: Work, of: { ownContent?: number | null } = {}): Promise<Catalog> {
  return withOwn(CATALOG, await findOwnContent(work, of.ownContent));
}
