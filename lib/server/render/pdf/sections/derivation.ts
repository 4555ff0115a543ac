import type { Derivation } from "#lib/scoring/score.ts";
import { paragraph, section } from "../pages.ts";
import type { Pen } from "../pen.ts";
import { type CellPart, drawTable, type Row } from "../table.ts";
import { TYPE } from "../type-scale.ts";

/** So many rows at most: with many clusters the tree is cut a level earlier. */
const MOST_ROWS = 60;
const DEEPEST = 3;

type Step = { derivation: Derivation; depth: number };

/** How the overall score came to be, with the numbers filled in, so that it can be recomputed by hand. */
export function drawDerivation(pen: Pen): void {
  const { overall } = pen.model.scores;
  section(
    pen,
    "How the scores came to be",
    "Every score can be recomputed by hand from the parts beneath it",
    "portrait",
    () => {
      paragraph(
        pen,
        "Each line states its rule with the numbers filled in; the lines set in beneath it are its parts. Below the layers, concerns and controls are derived in the same way in the portal.",
      );
      const steps = stepsWithin(overall.derivation);
      const columns = [
        { title: "What", share: 8 },
        { title: "Value", share: 5 },
        { title: "Rule", share: 12 },
      ];
      drawTable(pen, columns, steps.map(rowOf));
    },
  );
}

/** The tree as a list, parents before their parts, as deep as there is room. */
function stepsWithin(root: Derivation): Step[] {
  for (let deepest = DEEPEST; deepest > 0; deepest--) {
    const steps = flatten(root, 0, deepest);
    if (steps.length <= MOST_ROWS) return steps;
  }
  return flatten(root, 0, 1).slice(0, MOST_ROWS);
}

function flatten(derivation: Derivation, depth: number, deepest: number): Step[] {
  const parts = depth < deepest ? derivation.parts.flatMap((part) => flatten(part, depth + 1, deepest)) : [];
  return [{ derivation, depth }, ...parts];
}

function rowOf({ derivation, depth }: Step): Row {
  const what: CellPart = { text: derivation.label, style: depth < 2 ? TYPE.smallBold : TYPE.small, indent: depth * 8 };
  return {
    cells: [[what], [{ text: derivation.value, style: TYPE.number }], [{ text: derivation.rule, style: TYPE.label }]],
  };
}
