/** What readers of a share link see: all of the plan, all but who works on it, or numbers and dates alone. */
export const SHARE_PROFILES = ["whole", "without people", "figures"] as const;
export type ShareProfile = (typeof SHARE_PROFILES)[number];

export const SHOWN: Record<ShareProfile, { titles: boolean; people: boolean }> = {
  whole: { titles: true, people: true },
  "without people": { titles: true, people: false },
  figures: { titles: false, people: false },
};
