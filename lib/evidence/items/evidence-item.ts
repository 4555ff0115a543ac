export const EVIDENCE_KINDS = ["file", "link", "command"] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** What somebody brought for a question. Fields of other kinds are empty. */
export type EvidenceItem = {
  id: string;
  question: string;
  kind: EvidenceKind;
  title: string;
  /** ISO dates; `validUntil` is the last day on which it speaks. */
  observedOn: string;
  validUntil: string;
  /** Hex; of the file's bytes, of the address, or of command and output. */
  sha256: string;
  bytes: number;
  mediaType: string;
  fileName: string;
  url: string;
  command: string;
  output: string;
  by: string;
  /** ISO time */
  at: string;
  withdrawn: { by: string; at: string; reason: string } | null;
};
