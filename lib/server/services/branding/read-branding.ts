import { can } from "#lib/access/permissions.ts";
import { Nothing } from "#lib/contracts/inputs.ts";
import { findBranding } from "#lib/server/db/brandings.ts";
import { verb } from "../verb.ts";

/** How deliverables are handed over now; null: in the name of whoever exports them, without a logo. */
export const readBranding = verb(
  { name: "branding.read-branding", may: "organization.read", input: Nothing },
  async (work, _, member) => {
    const branding = await findBranding(work);
    return {
      branding: branding && {
        ...{ name: branding.name, accent: branding.accent, by: branding.by, at: branding.at.toISOString() },
        /** Hash of the logo, to ask for it by; null: none. */
        logo: branding.logo?.sha256 ?? null,
      },
      mayWrite: can(member.role, "branding.write"),
    };
  },
);
