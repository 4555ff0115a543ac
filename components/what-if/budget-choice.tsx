import { Button } from "#components/ui/button.tsx";
import { ProgressBar } from "#components/ui/progress-bar.tsx";
import { TableFrame } from "#components/ui/table-frame.tsx";
import { formatDays, formatDecimal, formatMoney, formatPercent } from "#lib/presentation/numbers.ts";
import { BudgetCurve } from "./budget-curve.tsx";
import type { Asked } from "./use-tries.ts";
import { frontier, type WhatIf } from "./what-if.ts";

type Props = {
  view: WhatIf;
  asked: { of: string; tries: readonly Asked[]; wanted: number } | null;
  /** The capacity that the sliders say, as JSON: the curve may be of another one. */
  capacity: string;
  budget: number | null;
  onAsk: () => void;
  onChoose: (budget: number) => void;
};

/** Risk left against person-days, as a curve and as a table; choosing a budget moves the slider. */
export function BudgetChoice({ view, asked, capacity, budget, onAsk, onChoose }: Props) {
  if (!asked) return <Button onClick={onAsk}>Draw the curve</Button>;
  const done = asked.tries.length;
  const riskAtStart = asked.tries[0]?.tried.riskAtStart ?? 0;
  const points = frontier(
    asked.tries.map(({ budget: of, tried }) => ({
      ...{ budget: of, days: tried.days, gap: tried.gap },
      left: tried.curve.at(-1) ?? tried.riskAtStart,
    })),
  );
  return (
    <div className="flex flex-col gap-6">
      {done < asked.wanted && (
        <ProgressBar label="Budgets planned" done={done} of={asked.wanted} text={`${done} of ${asked.wanted}`} />
      )}
      {asked.of !== capacity && (
        <p>
          The curve is of another capacity. <Button onClick={onAsk}>Draw it anew</Button>
        </p>
      )}
      {points.length > 0 && (
        <>
          <BudgetCurve
            points={points}
            riskAtStart={riskAtStart}
            total={view.total}
            budget={budget}
            onChoose={onChoose}
          />
          <TableFrame label="Budgets">
            <table className="data-table min-w-[40rem]">
              <thead>
                <tr>
                  <th scope="col">Budget</th>
                  {view.rate && (
                    <th scope="col" className="number">
                      Costs
                    </th>
                  )}
                  {["Days planned", "Risk left", "Taken out", "Risk for each more day", "At most better"].map(
                    (title) => (
                      <th key={title} scope="col" className="number">
                        {title}
                      </th>
                    ),
                  )}
                  <td />
                </tr>
              </thead>
              <tbody>
                {points.map((point, at) => {
                  const before = points[at - 1] ?? { days: 0, left: riskAtStart };
                  const more = point.days - before.days;
                  return (
                    <tr key={point.budget}>
                      <th scope="row">{formatDays(point.budget)}</th>
                      {view.rate && (
                        <td className="number">
                          {formatMoney(Math.round(point.budget * view.rate.amount), view.rate.currency)}
                        </td>
                      )}
                      <td className="number">{formatDecimal(point.days)}</td>
                      <td className="number">{formatDecimal(point.left)}</td>
                      <td className="number">
                        {formatPercent(1 - point.left / Math.max(riskAtStart, 1e-9), "").trim()}
                      </td>
                      <td className="number">{more > 0.05 ? formatDecimal((before.left - point.left) / more) : "–"}</td>
                      <td className="number">{formatPercent(point.gap, "").trim()}</td>
                      <td>
                        <Button size="small" onClick={() => onChoose(point.budget)} disabled={point.budget === budget}>
                          {point.budget === budget ? "Chosen" : "Choose"}
                        </Button>
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </TableFrame>
        </>
      )}
    </div>
  );
}
