import { formatThings } from "#lib/presentation/numbers.ts";
import { paragraph, section } from "../pages.ts";
import type { Pen } from "../pen.ts";
import { drawTable } from "../table.ts";
import { TYPE } from "../type-scale.ts";

/** Where people and machines disagree: the stronger voice decided, the weaker one is kept here. */
export function drawContradictions(pen: Pen): void {
  const { contradictions, findings, uncharted } = pen.model;
  const count = contradictions.length;
  const title =
    count === 0
      ? "No answer contradicts what was seen"
      : `In ${formatThings(count, "place")} what was said and what was seen disagree`;
  section(pen, "Contradictions", title, "portrait", () => {
    if (count === 0) {
      paragraph(
        pen,
        "Where an answer and an observation disagree, the observation decides and the answer is kept here.",
      );
      return;
    }
    paragraph(
      pen,
      "An observation outranks a report, a report outranks an answer. The stronger voice decided the score; the weaker one is kept.",
    );
    const titles = new Map([...findings, ...uncharted].map((finding) => [finding.control, finding.title]));
    const rows = contradictions.map((contradiction) => ({
      cells: [
        [{ text: titles.get(contradiction.control) ?? contradiction.control, style: TYPE.smallBold }],
        [{ text: contradiction.sentence, style: TYPE.small }],
      ],
    }));
    drawTable(
      pen,
      [
        { title: "Control", share: 7 },
        { title: "What was said, and what was seen", share: 12 },
      ],
      rows,
    );
  });
}
