import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Section } from "#components/ui/section.tsx";
import { formatThings } from "#lib/presentation/numbers.ts";
import { ComparedAnswer } from "./compared-answer.tsx";
import type { Choice, ComparedFile, ComparedRow } from "./compared-file.ts";
import { RefusedCells } from "./refused-cells.tsx";

type Props = {
  file: ComparedFile;
  choiceOf: (row: ComparedRow) => Choice;
  onChoose: (questions: readonly string[], choice: Choice) => void;
};

/** What the file would change: what needs a decision first, then what is taken, then what is not. */
export function ComparedBoard({ file, choiceOf, onChoose }: Props) {
  const toDecide = file.rows.filter(({ is }) => is !== "changed");
  const changed = file.rows.filter(({ is }) => is === "changed");
  const parts = [
    {
      rows: toDecide,
      title: `Your decision (${toDecide.length})`,
      lede: "The portal's answer changed since the export, or the question is worded anew. Both answers stand here; the one that you leave is kept in the history.",
    },
    {
      rows: changed,
      title: `Changed in the file (${changed.length})`,
      lede: "Nobody changed these in the portal since the export. They are taken unless you say otherwise.",
    },
  ];
  return (
    <div className="grid gap-10">
      {!file.ofThisAssessment && (
        <Notice>
          This file was exported from another assessment. Where the portal has an answer that differs, you decide.
        </Notice>
      )}
      {file.refused.length > 0 && (
        <Section
          level={3}
          title={`Not taken (${file.refused.length})`}
          lede="Mend these in the file and choose it again, or go on without them."
        >
          <RefusedCells cells={file.refused} />
        </Section>
      )}
      {parts.map(({ rows, title, lede }) =>
        rows.length === 0 ? null : (
          <Section
            key={title}
            level={3}
            title={title}
            lede={lede}
            aside={<AllButtons rows={rows} onChoose={onChoose} />}
          >
            <div className="grid gap-4">
              {rows.map((row) => (
                <ComparedAnswer
                  key={row.question}
                  row={row}
                  choice={choiceOf(row)}
                  onChoose={(choice) => onChoose([row.question], choice)}
                />
              ))}
            </div>
          </Section>
        ),
      )}
      <p className="text-muted">{sayRest(file)}</p>
    </div>
  );
}

function AllButtons({ rows, onChoose }: { rows: readonly ComparedRow[]; onChoose: Props["onChoose"] }) {
  if (rows.length < 2) return null;
  const questions = rows.map(({ question }) => question);
  return (
    <>
      <Button size="small" onClick={() => onChoose(questions, "portal")}>
        Keep all of the portal
      </Button>
      <Button size="small" onClick={() => onChoose(questions, "file")}>
        Take all of the file
      </Button>
    </>
  );
}

function sayRest({ unchanged, newerHere, leftBlank }: ComparedFile): string {
  const parts = [
    `${formatThings(unchanged, "answer")} of the file ${unchanged === 1 ? "says" : "say"} what the portal says`,
    ...(newerHere > 0
      ? [`${newerHere} ${newerHere === 1 ? "is" : "are"} newer in the portal and stay as they are`]
      : []),
    ...(leftBlank > 0 ? [`${leftBlank} ${leftBlank === 1 ? "was" : "were"} left blank and change nothing`] : []),
  ];
  return `${parts.join("; ")}.`;
}
