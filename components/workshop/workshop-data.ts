import type { BlindAnswer } from "#lib/blind/blind-answer.ts";

/** A round that is on. `answered` null: not told to who takes part. */
export type RunningRound = {
  id: string;
  questions: number;
  dimensions: readonly string[];
  startedBy: string;
  /** ISO time */
  startedAt: string;
  takesPart: boolean;
  people: readonly { id: string; name: string; answered: number | null }[];
};

/** The answer that all see. */
export type Settled = { maturity: number | null; notApplicable: boolean; comment: string; by: string; at: string };

export type ComparedQuestion = {
  id: string;
  asks: string;
  /** What each level means, 0 to 4. */
  levels: readonly string[];
  answers: readonly BlindAnswer[];
  settled: Settled | null;
};
/** `size` as in lib/blind: 0 only one answered, 1-4 levels apart, 5 whether it applies. */
export type Difference = ComparedQuestion & { size: number; minutes: number };

export type EndedRound = {
  id: string;
  endedBy: string;
  endedAt: string;
  questions: number;
  people: readonly string[];
  agreed: readonly ComparedQuestion[];
  minutes: number;
  groups: readonly { id: string; title: string; minutes: number; items: readonly Difference[] }[];
  /** How many nobody answered, and nobody has since. */
  silent: number;
};

export type RoundChoices = {
  people: readonly { id: string; name: string; role: string }[];
  dimensions: readonly { id: string; title: string; unanswered: number }[];
};
