import type { OwnWorkInput } from "#lib/contracts/inputs.ts";

/** Work that the catalogue does not ask for, as a form sends it. */
export const OWN_WORK: OwnWorkInput = {
  ...{ initiative: null, version: 0, title: "Move to a managed platform", layer: "cloud", dimension: "architecture" },
  ...{ skills: ["cloud"], estimate: null, risk: 20, reason: "the contract ends in June" },
  ...{ replaces: [], after: [], steps: ["Move one cluster first"], riskOfDoing: "", rollback: "" },
};
