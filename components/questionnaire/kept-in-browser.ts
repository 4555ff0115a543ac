import type { Draft } from "./question-item.ts";

type Kept = { draft: Draft; version: number };

const keyOf = (assessment: string, question: string) => `chartroom:answer:${assessment}:${question}`;

/** Keeps what is not acknowledged yet. A browser that allows no storage only loses this net. */
export function keepInBrowser(assessment: string, question: string, kept: Kept): void {
  try {
    localStorage.setItem(keyOf(assessment, question), JSON.stringify(kept));
  } catch {
    // Private windows and full storage: the text still stands on the screen.
  }
}

export function forgetInBrowser(assessment: string, question: string): void {
  try {
    localStorage.removeItem(keyOf(assessment, question));
  } catch {
    // See above.
  }
}

/** What was kept of a question; null where there is nothing that can be read. */
export function findInBrowser(assessment: string, question: string): Kept | null {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(keyOf(assessment, question)) ?? "null");
    return isKept(found) ? found : null;
  } catch {
    return null;
  }
}

function isKept(found: unknown): found is Kept {
  if (typeof found !== "object" || found === null || !("draft" in found) || !("version" in found)) return false;
  const { draft, version } = found;
  return (
    typeof version === "number" &&
    typeof draft === "object" &&
    draft !== null &&
    "comment" in draft &&
    typeof draft.comment === "string" &&
    "notApplicable" in draft &&
    typeof draft.notApplicable === "boolean" &&
    "maturity" in draft &&
    [null, 0, 1, 2, 3, 4].some((level) => level === draft.maturity) &&
    "confidence" in draft &&
    ["low", "medium", "high"].some((word) => word === draft.confidence)
  );
}
