import "server-only";
import type { LogoType } from "#lib/report/brand.ts";
import type { Work } from "./unit-of-work.ts";

export type BrandingRow = {
  name: string;
  accent: string | null;
  logo: { bytes: Uint8Array; type: LogoType; sha256: string } | null;
  by: string;
  at: Date;
};

export async function findBranding(work: Work): Promise<BrandingRow | null> {
  const row = await work.branding.findFirst();
  if (!row) return null;
  const { name, accent, logo, logoType, logoSha256, setterName, setAt } = row;
  return {
    ...{ name, accent, by: setterName, at: setAt },
    // The columns are filled together.
    logo: logo && { bytes: logo, type: logoType as LogoType, sha256: logoSha256 ?? "" },
  };
}

/** `logo` undefined: the one that is there stays. */
export async function storeBranding(
  work: Work,
  organizationId: string,
  { name, accent, logo }: Pick<BrandingRow, "name" | "accent"> & { logo?: BrandingRow["logo"] },
  by: { id: string; name: string; at: Date },
): Promise<void> {
  const content = {
    ...{ name, accent, setBy: by.id, setterName: by.name, setAt: by.at },
    ...(logo !== undefined && {
      logo: logo && new Uint8Array(logo.bytes),
      ...{ logoType: logo?.type ?? null, logoSha256: logo?.sha256 ?? null },
    }),
  };
  await work.branding.upsert({
    where: { organizationId },
    create: { organizationId, ...content },
    update: content,
  });
}
