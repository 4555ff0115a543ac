import { SKILL_NAMES } from "#components/roadmap/skill-names.ts";
import { LayerMark } from "#components/scores/layer-mark.tsx";
import { Button } from "#components/ui/button.tsx";
import { Section } from "#components/ui/section.tsx";
import { TableFrame } from "#components/ui/table-frame.tsx";
import { formatCount, formatDays, formatDecimal, formatRisk, formatThings } from "#lib/presentation/numbers.ts";
import { sayInitiative, sayQuadrant } from "#lib/presentation/sentences-of-plans.ts";
import type { NumberedInitiative } from "./numbered.ts";

type Props = { rows: readonly NumberedInitiative[]; leave: (id: string) => void; clear: () => void };

/** Several initiatives beside each other, with what they are together. */
export function Comparison({ rows, leave, clear }: Props) {
  const initiatives = rows.map(({ initiative }) => initiative);
  const risk = initiatives.reduce((sum, each) => sum + each.risk, 0);
  const days = initiatives.reduce((sum, each) => sum + each.effort.days, 0);
  const perDay = (each: { risk: number; days: number }) => (each.days > 0 ? formatDecimal(each.risk / each.days) : "–");
  return (
    <Section
      title={`${formatThings(rows.length, "initiative")} compared`}
      lede={`Together they remove ${formatRisk(risk)} for ${formatDays(days)}: ${perDay({ risk, days })} a day.`}
      aside={<Button onClick={clear}>Compare none</Button>}
    >
      <TableFrame label="Compared">
        <table className="data-table min-w-[58rem]">
          <thead>
            <tr>
              <th scope="col">Initiative</th>
              <th scope="col">Quadrant</th>
              <th scope="col">Layer</th>
              <th scope="col">Skill</th>
              <th scope="col" className="number">
                Findings
              </th>
              <th scope="col" className="number">
                Days, from–to
              </th>
              <th scope="col" className="number">
                Risk
              </th>
              <th scope="col" className="number">
                Risk a day
              </th>
              <th scope="col">Leave out</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ number, initiative }) => (
              <tr key={initiative.id}>
                <th scope="row">
                  {number} {sayInitiative(initiative)}
                </th>
                <td>{sayQuadrant(initiative.quadrant)}</td>
                <td>
                  <LayerMark layer={initiative.layer} />
                </td>
                <td>{SKILL_NAMES[initiative.skill]}</td>
                <td className="number">{formatCount(initiative.findings.length)}</td>
                <td className="number whitespace-nowrap">
                  {formatDecimal(initiative.effort.days)}, {formatDecimal(initiative.effort.optimistic)}–
                  {formatDecimal(initiative.effort.pessimistic)}
                </td>
                <td className="number">{formatDecimal(initiative.risk)}</td>
                <td className="number">{perDay({ risk: initiative.risk, days: initiative.effort.days })}</td>
                <td>
                  <Button
                    size="small"
                    aria-label={`Leave ${initiative.title} out of the comparison`}
                    onClick={() => leave(initiative.id)}
                  >
                    Leave out
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </Section>
  );
}
