import { RichText } from "#components/ui/rich-text.tsx";
import type { BlindAnswer } from "#lib/blind/blind-answer.ts";
import type { ComparedQuestion } from "./workshop-data.ts";

const SURE: Record<BlindAnswer["confidence"], string> = {
  low: "believes so",
  medium: "knows it",
  high: "has seen it",
};

/** What each person said alone, side by side. */
export function SidesOfAnswer({ question }: { question: ComparedQuestion }) {
  return (
    <ul className="grid gap-3 sm:grid-cols-2">
      {question.answers.map((answer) => (
        <li key={answer.member} className="min-w-0 rounded-control border border-hairline bg-surface p-3">
          <p className="text-muted text-xs">
            {answer.name} {SURE[answer.confidence]}
          </p>
          <p className="mt-1 font-strong">
            <LevelText maturity={answer.maturity} levels={question.levels} />
          </p>
          <p className="wrap-anywhere mt-1 whitespace-pre-line">
            {answer.comment || <span className="text-muted">No comment</span>}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** A level with its words; null: does not apply. */
export function LevelText({ maturity, levels }: { maturity: number | null; levels: readonly string[] }) {
  if (maturity === null) return "Does not apply";
  return (
    <>
      {maturity} · <RichText text={levels[maturity] ?? ""} />
    </>
  );
}
