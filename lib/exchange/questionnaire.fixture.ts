import type { ExchangeHead, ExchangeRow, StoredSaid } from "./exchanged.ts";

export const HEAD: ExchangeHead = {
  assessment: { id: "11111111-1111-4111-8111-111111111111", name: "Autumn 2026" },
  organization: "Meridian Freight",
  catalogue: "2026.2",
  exportedAt: "2026-11-20T10:00:00.000Z",
};

export function rowFixture(question: string, answer: StoredSaid | null): ExchangeRow {
  return {
    question,
    dimension: "Security",
    concern: "Network policies",
    control: "Every namespace denies by default",
    asks: `What does "${question}" look like, <today> & here?`,
    why: "A pod that may talk to everything is a bridge.",
    findOut: "Run `kubectl get networkpolicy -A`.",
    levels: ["None", "Some", "Most", "All", "As 3, a policy refuses others"],
    meaning: "0123456789abcdef",
    notAsked: "",
    toConfirm: "",
    answer,
  };
}

export function storedFixture(more: Partial<StoredSaid> = {}): StoredSaid {
  return {
    ...{ maturity: 2, notApplicable: false, comment: "half of them", confidence: "medium" },
    ...{ version: 3, by: "Ada", at: "2026-11-19T08:00:00.000Z" },
    ...more,
  };
}
