import type { Maturity } from "#lib/catalog/framework.ts";

/** An answer as everybody who has the questionnaire open is told it. */
export type LiveAnswer = {
  question: string;
  maturity: Maturity | null;
  notApplicable: boolean;
  comment: string;
  confidence: "low" | "medium" | "high";
  version: number;
  by: string;
  at: string;
};

/** Another member, and the question that they look at; null: none in particular. */
export type LivePerson = { id: string; name: string; question: string | null };

/** What changed since a moment (milliseconds since 1970), and who else is here. */
export type LiveView = { at: number; answers: LiveAnswer[]; here: LivePerson[] };

/** Events of the stream: `live` carries a LiveView; after `ended` there will be nothing more for this person. */
export const LIVE_EVENT = "live";
export const ENDED_EVENT = "ended";
