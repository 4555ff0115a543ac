/** What one person said alone. `maturity` 0-4; null where it does not apply. */
export type BlindAnswer = {
  member: string;
  name: string;
  maturity: number | null;
  notApplicable: boolean;
  comment: string;
  confidence: "low" | "medium" | "high";
};
