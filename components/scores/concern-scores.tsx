import { TableFrame } from "#components/ui/table-frame.tsx";
import { formatCoverage } from "#lib/presentation/numbers.ts";
import type { ConcernScore, Derivation, DimensionScore, Score } from "#lib/scoring/score.ts";
import { DerivationButton } from "./derivation-button.tsx";
import { LAYER_NAMES } from "./layer-names.ts";
import { ScoreValue } from "./score-value.tsx";

/** All concerns and all dimensions with their score, band and coverage; each number opens its derivation. */
export function ConcernScores({
  concerns,
  dimensions,
}: {
  concerns: readonly ConcernScore[];
  dimensions: readonly DimensionScore[];
}) {
  return (
    <div className="grid items-start gap-6 xl:grid-cols-2">
      <ScoreTable
        label="Concerns"
        rows={concerns.map(({ concern, layer, score, cappedBy, derivation }) => ({
          id: concern,
          where: LAYER_NAMES[layer],
          score,
          derivation,
          note: cappedBy ? "held down by a critical finding" : "",
        }))}
      />
      <ScoreTable
        label="Dimensions"
        rows={dimensions.map(({ dimension, score, derivation }) => ({
          id: dimension,
          where: "",
          score,
          derivation,
          note: "",
        }))}
      />
    </div>
  );
}

type Row = { id: string; where: string; score: Score; derivation: Derivation; note: string };

function ScoreTable({ label, rows }: { label: string; rows: readonly Row[] }) {
  return (
    <TableFrame label={label}>
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">{label}</th>
            <th scope="col" className="number">
              Score of 100
            </th>
            <th scope="col">Coverage</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, where, score, derivation, note }) => (
            <tr key={id}>
              <th scope="row">
                {where ? <span className="block text-muted text-xs">{where}</span> : null}
                {derivation.label}
                {note ? <span className="block text-muted text-xs">{note}</span> : null}
              </th>
              <td className="number">
                <DerivationButton derivation={derivation}>
                  <ScoreValue score={score} />
                </DerivationButton>
              </td>
              <td className="whitespace-nowrap">{formatCoverage(score)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
