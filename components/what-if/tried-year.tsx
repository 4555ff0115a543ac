import { RiskCurveDrawing } from "#components/roadmap/risk-curve-drawing.tsx";
import { DEPTH } from "#components/scores/layer-fill.ts";
import { LAYER_NAMES } from "#components/scores/layer-names.ts";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { Stat } from "#components/ui/stat.tsx";
import { TableFrame } from "#components/ui/table-frame.tsx";
import {
  formatCount,
  formatDays,
  formatDecimal,
  formatMoney,
  formatPercent,
  formatRisk,
  formatThings,
  percentOf,
} from "#lib/presentation/numbers.ts";
import type { Tried, WhatIf } from "./what-if.ts";

type Props = { view: WhatIf; tried: Tried | null; refused: string | null; busy: boolean };

/** One drawing for each room that there may be, so that its words keep their size. */
const SIZES = [
  { width: 380, height: 220, shows: "@xl:hidden" },
  { width: 680, height: 280, shows: "hidden @xl:block" },
] as const;

/** What the whole takes, so that nothing below jumps when the first plan comes. */
const ROOM = "min-h-[40rem] sm:min-h-[46rem]";

/** The year that follows from the sliders, beside the newest version. */
export function TriedYear({ view, tried, refused, busy }: Props) {
  if (!tried) {
    return refused ? (
      <ErrorNotice title="This could not be planned." detail={refused} />
    ) : (
      <p role="status" className={`${ROOM} text-muted`}>
        Planning the year …
      </p>
    );
  }
  const left = tried.curve.at(-1) ?? tried.riskAtStart;
  const before = view.current?.curve.at(-1);
  return (
    <div className={`${ROOM} @container min-w-0`} aria-busy={busy}>
      <dl className="grid grid-cols-2 gap-6 sm:grid-cols-4">
        <Stat label="Risk left after the year" value={formatDecimal(left)} />
        <Stat label="Risk taken out" value={`${percentOf(1 - left / Math.max(tried.riskAtStart, 1e-9))} %`} />
        <Stat label="Person-days" value={formatDecimal(tried.days)} />
        <Stat label="Initiatives left out" value={formatCount(tried.left)} />
      </dl>
      <p role="status" className="mt-2 min-h-15 text-muted sm:min-h-10">
        {busy ? "Planning …" : sayTry(tried, left, before, view)}
      </p>
      {refused && !busy && <ErrorNotice title="This could not be planned." detail={refused} />}
      <figure className={`mt-6 transition-opacity ${busy ? "opacity-60" : ""}`}>
        <figcaption className="mb-2 flex flex-wrap gap-x-6 gap-y-1 text-xs">
          <Line name="With this" dash="7 4" stroke="stroke-accent" />
          {view.current && <Line name={`Version ${view.current.version}`} dash="2 4" stroke="stroke-muted" />}
        </figcaption>
        {SIZES.map(({ width, height, shows }) => (
          <div key={width} className={shows}>
            <RiskCurveDrawing
              lines={{ plan: tried.curve, greedy: view.current?.curve ?? [], actual: [] }}
              startsOn={view.startsOn}
              label={`Remaining risk over 52 weeks with this: ${formatRisk(tried.riskAtStart)} at the start, ${formatRisk(left)} at the end.`}
              width={width}
              height={height}
            />
          </div>
        ))}
      </figure>
      <div className="mt-6">
        <TableFrame label="Layer scores with this">
          <table className="data-table">
            <thead>
              <tr>
                <th scope="col">Assured, and own in brackets</th>
                <th scope="col" className="number">
                  Now
                </th>
                {tried.quarters.map(({ quarter }) => (
                  <th key={quarter} scope="col" className="number">
                    After Q{quarter}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {view.layers.map((now) => (
                <tr key={now.layer}>
                  <th scope="row" className={DEPTH[now.layer]}>
                    {LAYER_NAMES[now.layer]}
                  </th>
                  {[now, ...tried.quarters.map(({ layers }) => layers.find(({ layer }) => layer === now.layer))].map(
                    (pair, at) => (
                      <td key={at === 0 ? "now" : tried.quarters[at - 1]?.quarter} className="number">
                        <span className="font-strong">{pair ? Math.round(pair.assured) : "–"}</span>{" "}
                        <span className="text-muted">({pair ? Math.round(pair.own) : "–"})</span>
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      </div>
    </div>
  );
}

function Line({ name, dash, stroke }: { name: string; dash: string; stroke: string }) {
  return (
    <span className="flex items-center gap-2">
      <svg aria-hidden="true" width={24} height={4} className="shrink-0">
        <line x1={0} x2={24} y1={2} y2={2} strokeWidth={2} strokeDasharray={dash} className={stroke} />
      </svg>
      {name}
    </span>
  );
}

function sayTry(tried: Tried, left: number, before: number | undefined, { current, rate }: WhatIf): string {
  const cost = rate ? ` (${formatMoney(Math.round(tried.days * rate.amount), rate.currency)})` : "";
  const than = current && before !== undefined ? compare(left - before, current.version) : "";
  const proof = tried.proven ? "Proven best." : `At most ${formatPercent(tried.gap, "better")} is possible.`;
  return `${formatDays(tried.days)}${cost} for ${formatThings(tried.initiatives, "initiative")}${than}. ${proof}`;
}

function compare(more: number, version: number): string {
  if (Math.abs(more) < 0.05) return `, with the risk that version ${version} leaves`;
  return `, ${formatDecimal(Math.abs(more))} ${more > 0 ? "more" : "less"} risk left than with version ${version}`;
}
