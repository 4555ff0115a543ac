import type { InitiativeProgress, OnPlan } from "#components/roadmap/progress.ts";
import type { Initiative } from "#lib/planning/initiative.ts";
import type { Roadmap } from "#lib/planning/roadmap.ts";
import type { LayerScore, Score } from "#lib/scoring/score.ts";

/** What the leader's first page is drawn from. */
export type LeaderView = {
  assessment: { id: string; name: string; startsOn: string; clusters: readonly { id: string; name: string }[] };
  /** Now, ISO 8601. */
  at: string;
  headline: string;
  card: { overall: { own: Score; assured: Score }; layers: readonly Omit<LayerScore, "derivation">[] };
  /** Points of the assured score since an earlier assessment. */
  change: { since: string; points: number } | null;
  initiatives: readonly Initiative[];
  roadmap: Roadmap | null;
  progress: readonly InitiativeProgress[];
  onPlan: OnPlan | null;
  waiting: {
    contradictions: number;
    uncharted: number;
    claimed: number;
    unscanned: readonly string[];
    approval: number | null;
  };
};

/** Where the rooms of the assessment are. */
export type LeaderHrefs = {
  map: string;
  scorecard: string;
  plan: string;
  questionnaire: string;
  contradictions: string;
  clusters: string;
  /** How the overall score came to be, as JSON. */
  derivation: string;
};
