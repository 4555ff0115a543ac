import { DEPTH } from "#components/scores/layer-fill.ts";
import { LAYER_NAMES } from "#components/scores/layer-names.ts";
import { TableFrame } from "#components/ui/table-frame.tsx";
import type { QuarterPlan } from "#lib/planning/roadmap.ts";
import { formatScore } from "#lib/presentation/numbers.ts";
import type { LayerScore } from "#lib/scoring/score.ts";

type Props = { now: readonly LayerScore[]; plans: readonly QuarterPlan[] };

/** Own and assured of each layer, now and as expected after each plan, if everything in it is verified. */
export function ProjectedScoresTable({ now, plans }: Props) {
  return (
    <TableFrame label="Layer scores as projected">
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">Assured, and own in brackets</th>
            <th scope="col" className="number">
              Now
            </th>
            {plans.map((plan) => (
              <th key={plan.quarter} scope="col" className="number">
                After Q{plan.quarter}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {now.map((layer) => (
            <tr key={layer.layer}>
              <th scope="row" className={DEPTH[layer.layer]}>
                {LAYER_NAMES[layer.layer]}
              </th>
              <Pair assured={formatScore(layer.assured)} own={formatScore(layer.own)} />
              {plans.map((plan) => {
                const then = plan.layers.find((each) => each.layer === layer.layer);
                return (
                  <Pair
                    key={plan.quarter}
                    assured={then ? String(Math.round(then.assured)) : "–"}
                    own={then ? String(Math.round(then.own)) : "–"}
                  />
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function Pair({ assured, own }: { assured: string; own: string }) {
  return (
    <td className="number">
      <span className="font-strong">{assured}</span> <span className="text-muted">({own})</span>
    </td>
  );
}
