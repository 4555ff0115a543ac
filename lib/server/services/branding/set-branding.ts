import { createHash } from "node:crypto";
import { BrandingInput } from "#lib/contracts/inputs.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { contrastRatio } from "#lib/presentation/contrast.ts";
import { readLogo } from "#lib/server/branding/read-logo.ts";
import { type BrandingRow, storeBranding } from "#lib/server/db/brandings.ts";
import { now } from "#lib/server/runtime/clock.ts";
import { verb } from "../verb.ts";

/** What WCAG 2.2 asks of graphics (1.4.11). */
const LEAST_CONTRAST = 3;

/** In whose name and with which logo and colour deliverables are handed over. */
export const setBranding = verb(
  {
    name: "branding.set-branding",
    may: "branding.write",
    input: BrandingInput,
    writes: ({ name, accent, logo, removeLogo }) => ({
      subject: "branding",
      details: { name, accent, logo: logo ? "new" : removeLogo ? "removed" : "kept" },
    }),
  },
  async (work, { name, accent, logo, removeLogo }, member) => {
    if (accent !== null && contrastRatio(accent, "#ffffff") < LEAST_CONTRAST)
      throw refused("accent", "This colour is too light to be seen on paper. Choose a darker one.");
    const chosen = logo ? logoOf(logo) : removeLogo ? null : undefined;
    await storeBranding(
      work,
      member.organizationId,
      { name, accent, ...(chosen !== undefined && { logo: chosen }) },
      { id: member.userId, name: member.name, at: now() },
    );
    return { name };
  },
);

function logoOf(bytes: Uint8Array): NonNullable<BrandingRow["logo"]> {
  const read = readLogo(bytes);
  if (typeof read === "string") throw refused("logo", read);
  return { bytes, type: read.type, sha256: createHash("sha256").update(bytes).digest("hex") };
}

function refused(field: string, says: string): Refusal {
  return new Refusal("invalid-input", "This does not fit.", {
    detail: `Nothing was stored. ${says}`,
    fields: { [field]: says },
  });
}
