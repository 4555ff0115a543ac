import type { Outcome } from "#lib/contracts/refusal.ts";
import type { ShareProfile } from "#lib/contracts/share-profiles.ts";

export type ShareLine = {
  id: string;
  name: string;
  profile: ShareProfile;
  by: string;
  createdOn: string;
  endsOn: string;
  /** "closed": whoever made it may not share any more. */
  state: "open" | "revoked" | "over" | "closed";
  revokedBy: string | null;
};
export type CreateShare = (fields: FormData) => Promise<Outcome<{ share: string; token: string }>>;
export type RevokeShare = (share: string) => Promise<Outcome<unknown>>;

export const PROFILES: Record<ShareProfile, { label: string; hint: string }> = {
  whole: { label: "The whole plan", hint: "With owners and titles. Never findings, clusters, steps or answers." },
  "without people": { label: "Without people", hint: "Titles and goals, and nobody's name." },
  figures: { label: "Figures alone", hint: "Risk, days and dates; no names, titles, goals, checks or reasons." },
};
