import { type Definition, DefinitionList } from "#components/ui/definition-list.tsx";
import { formatTime } from "#lib/presentation/dates.ts";
import { formatCoverage, formatInterval, formatThings } from "#lib/presentation/numbers.ts";
import type { Score } from "#lib/scoring/score.ts";

export type ContentSummary = {
  headline: string;
  own: Score;
  assured: Score;
  catalogue: string;
  answers: number;
  notApplicable: number;
  leftOpen: readonly { question: string; asks: string; reason: string }[];
  scans: readonly { cluster: string; at: string | null }[];
  findings: number;
};

/** What a signature is about, in few lines. */
export function SignedContent({ content, more = [] }: { content: ContentSummary; more?: readonly Definition[] }) {
  const { headline, own, assured, catalogue, answers, notApplicable, leftOpen, scans, findings } = content;
  return (
    <DefinitionList
      items={[
        { term: "It says", value: headline },
        {
          term: "Scores",
          value: `own ${formatInterval(own)}, assured ${formatInterval(assured)} of 100; ${formatCoverage(assured)}`,
        },
        {
          term: "Answers",
          value: `${formatThings(answers, "answer")}, each accepted by somebody other than its author${notApplicable > 0 ? `; ${notApplicable} not applicable` : ""}`,
        },
        {
          term: "Left open",
          value:
            leftOpen.length === 0 ? (
              "No question"
            ) : (
              <details>
                <summary className="min-h-6">{formatThings(leftOpen.length, "question")}, each with its reason</summary>
                <ul className="mt-2 max-h-60 list-disc overflow-y-auto pl-5">
                  {leftOpen.map(({ question, asks, reason }) => (
                    <li key={question} className="mb-1.5">
                      {asks} <span className="text-muted">{reason}</span>
                    </li>
                  ))}
                </ul>
              </details>
            ),
        },
        { term: "Findings", value: formatThings(findings, "finding") },
        {
          term: "Scans",
          value: (
            <ul>
              {scans.map(({ cluster, at }) => (
                <li key={cluster}>
                  {cluster}: {at ? formatTime(at) : "not scanned"}
                </li>
              ))}
            </ul>
          ),
        },
        { term: "Catalogue", value: `version ${catalogue}` },
        ...more,
      ]}
    />
  );
}
