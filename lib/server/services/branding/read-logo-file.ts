import { Nothing } from "#lib/contracts/inputs.ts";
import { findBranding } from "#lib/server/db/brandings.ts";
import { verb } from "../verb.ts";

/** The logo as it was uploaded; null: there is none. */
export const readLogoFile = verb(
  { name: "branding.read-logo-file", may: "organization.read", input: Nothing },
  async (work) => (await findBranding(work))?.logo ?? null,
);
