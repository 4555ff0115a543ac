import { Section } from "#components/ui/section.tsx";
import { TableFrame } from "#components/ui/table-frame.tsx";
import type { BurnDownDay } from "#lib/cockpit/burn-down.ts";
import { formatDate } from "#lib/presentation/dates.ts";
import { formatDecimal } from "#lib/presentation/numbers.ts";
import { BurnDownChart } from "./burn-down-chart.tsx";
import { BURN_DOWN_LINES } from "./burn-down-lines.ts";

type Props = { days: readonly BurnDownDay[]; today: string };

/** What is open at the end of each day: as a picture, and as a table for those who would rather read. */
export function BurnDown({ days, today }: Props) {
  return (
    <Section
      title="What is open, day by day"
      lede="Questions and evidence count from the first day, a contradiction from the moment that both sides are there."
    >
      <ul className="mb-3 flex flex-wrap gap-x-6 gap-y-1.5 text-xs">
        {BURN_DOWN_LINES.map(({ id, title, stroke, dash }) => (
          <li key={id} className="flex items-center gap-2">
            <svg aria-hidden width={28} height={8}>
              <line x1={0} y1={4} x2={28} y2={4} stroke={stroke} strokeWidth={2} strokeDasharray={dash} />
            </svg>
            {title}
          </li>
        ))}
      </ul>
      <div aria-hidden className="h-64 min-w-0 print:h-[60mm]">
        <BurnDownChart days={days} today={today} />
      </div>
      <details className="mt-3">
        <summary className="flex min-h-6 w-fit list-none items-center text-accent underline decoration-accent/40 underline-offset-[3px]">
          As a table
        </summary>
        <div className="mt-3">
          <TableFrame label="What is open, day by day" scrolls>
            <table className="data-table min-w-[34rem]">
              <thead>
                <tr>
                  <th scope="col">End of</th>
                  {BURN_DOWN_LINES.map(({ id, title }) => (
                    <th key={id} scope="col" className="number">
                      {title}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {days.map((day) => (
                  <tr key={day.day ?? "start"}>
                    <th scope="row">{day.day ? formatDate(day.day) : "At the start"}</th>
                    {BURN_DOWN_LINES.map(({ id }) => {
                      const value = day[id];
                      return (
                        <td key={id} className="number">
                          {value === null ? "–" : formatDecimal(Math.round(value * 10) / 10)}
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </TableFrame>
        </div>
      </details>
    </Section>
  );
}
