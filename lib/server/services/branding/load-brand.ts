import "server-only";
import type { Brand } from "#lib/report/brand.ts";
import { readLogo } from "#lib/server/branding/read-logo.ts";
import { findBranding } from "#lib/server/db/brandings.ts";
import type { Work } from "#lib/server/db/unit-of-work.ts";

/** The brand as those who draw a report need it. */
export async function loadBrand(work: Work): Promise<Brand | null> {
  const found = await findBranding(work);
  if (!found) return null;
  const { name, accent, logo } = found;
  const size = logo && readLogo(logo.bytes);
  return {
    ...{ name, accent },
    logo: logo && size && typeof size !== "string" ? { ...size, bytes: logo.bytes } : null,
  };
}
