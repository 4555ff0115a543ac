"use client";

import { EmptyState } from "#components/ui/empty-state.tsx";
import { Section } from "#components/ui/section.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { LedgerEntry } from "./ledger-entry.tsx";
import type { DecideAbout, LedgerHrefs, LedgerItem } from "./ledger-item.ts";

type Props = {
  lines: readonly LedgerItem[];
  /** Titles of concerns and dimensions. */
  titles: readonly { id: string; title: string }[];
  today: string;
  hrefs: LedgerHrefs;
  /** Null: not offered. */
  decide: DecideAbout | null;
};

const PARTS = [
  {
    is: "open",
    title: "Open",
    lede: "Until each of these has a decision, the assessment cannot be signed. What was seen decides the score all the while.",
  },
  {
    is: "settled",
    title: "Settled",
    lede: "A decision holds as long as answer and evidence stay what they were. When either changes, the entry is open again by itself.",
  },
  { is: "gone", title: "No longer differ", lede: "Answer and evidence agree now. What was decided before is kept." },
] as const;

/** The ledger: what was claimed beside what was seen, and what was decided about it. */
export function LedgerBoard({ lines, titles, today, hrefs, decide }: Props) {
  if (lines.length === 0) {
    return (
      <EmptyState
        title="Nothing disagrees"
        action={<TextLink href={hrefs.questionnaire}>Go to the questionnaire</TextLink>}
      >
        When an answer claims more, or less, than a scan shows, both stand here side by side until somebody decides.
      </EmptyState>
    );
  }
  const nameOf = new Map(titles.map(({ id, title }) => [id, title]));
  return (
    <div className="grid gap-12">
      {PARTS.map(({ is, title, lede }) => {
        const own = lines.filter(({ standing }) => standing.is === is);
        if (own.length === 0) return null;
        return (
          <Section key={is} title={`${title} (${own.length})`} lede={lede}>
            <ul className="grid gap-5">
              {own.map((line) => (
                <li key={`${line.clusterId} ${line.control}`} id={`${line.control}.${line.clusterId}`}>
                  <LedgerEntry
                    line={line}
                    same={lines.filter(
                      (each) => each !== line && each.control === line.control && each.standing.is === "open",
                    )}
                    nameOf={nameOf}
                    today={today}
                    hrefs={hrefs}
                    decide={decide}
                  />
                </li>
              ))}
            </ul>
          </Section>
        );
      })}
    </div>
  );
}
