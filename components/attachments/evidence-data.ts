import type { Outcome } from "#lib/contracts/refusal.ts";

/** A piece of evidence as it is listed. Fields of other kinds are empty. */
export type EvidenceLine = {
  id: string;
  question: string;
  kind: "file" | "link" | "command";
  title: string;
  /** ISO dates; `validUntil` is the last day on which it speaks. */
  observedOn: string;
  validUntil: string;
  standing: "valid" | "ended" | "withdrawn";
  sha256: string;
  bytes: number;
  fileName: string;
  url: string;
  command: string;
  /** The first lines, and how many there are. */
  output: string;
  lines: number;
  by: string;
  withdrawn: { by: string; at: string; reason: string } | null;
};

type Room = { used: number; of: number };

/** Everything that was brought for the questions of an assessment, and what else may be. */
export type EvidenceView = {
  items: readonly EvidenceLine[];
  use: { assessment: Room; organization: Room };
  takes: { extensions: readonly string[]; bytes: number };
  /** ISO dates: today, and until when what is observed today usually speaks. */
  today: string;
  usualEnd: string;
  /** Days for which an answer counts. */
  answerDays: number;
  mayAdd: boolean;
};

/** What all kinds have in common. */
export type Described = { question: string; title: string; observedOn: string; validUntil: string };

export type EvidenceActions = {
  read: () => Promise<Outcome<EvidenceView>>;
  addLink: (link: Described & { url: string }) => Promise<Outcome<unknown>>;
  addCommand: (command: Described & { command: string; output: string }) => Promise<Outcome<unknown>>;
  withdraw: (item: string, reason: string) => Promise<Outcome<unknown>>;
};
