import { CONTROL_CLASS } from "#components/ui/control-class.ts";
import type { Skill } from "#lib/catalog/control.ts";
import { formatDays } from "#lib/presentation/numbers.ts";
import { fieldOf, QUARTERS } from "./capacity-input.ts";
import { SKILL_NAMES, SKILLS_IN_ORDER } from "./skill-names.ts";

type Props = {
  capacity: Partial<Record<Skill, readonly number[]>>;
  needed: Partial<Record<Skill, number>>;
  error?: string;
};

/** Person-days of each skill in each quarter, as a small table of fields. */
export function CapacityFields({ capacity, needed, error }: Props) {
  return (
    <fieldset className="min-w-0">
      <legend className="font-strong">Person-days for this work</legend>
      <p className="mt-0.5 mb-3 text-muted text-xs">
        What each skill can give beside its daily work. A person has about 60 days a quarter.
      </p>
      <table className="w-full border-separate border-spacing-x-1.5 border-spacing-y-1 text-left">
        <thead>
          <tr className="text-muted text-xs">
            <th scope="col" className="font-normal">
              Skill
            </th>
            {QUARTERS.map((quarter) => (
              <th key={quarter} scope="col" className="font-normal">
                Q{quarter + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {SKILLS_IN_ORDER.map((skill) => (
            <tr key={skill}>
              <th scope="row" className="font-normal">
                {SKILL_NAMES[skill]}
                <span className="block whitespace-nowrap text-muted text-xs">
                  {formatDays(needed[skill] ?? 0)} wanted
                </span>
              </th>
              {QUARTERS.map((quarter) => (
                <td key={quarter}>
                  <DaysField skill={skill} quarter={quarter} days={capacity[skill]?.[quarter] ?? 0} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {error && <p className="mt-2 font-strong text-xs">{error}</p>}
    </fieldset>
  );
}

function DaysField({ skill, quarter, days }: { skill: Skill; quarter: number; days: number }) {
  return (
    <input
      type="number"
      inputMode="decimal"
      min={0}
      max={10_000}
      step={0.5}
      required
      name={fieldOf(skill, quarter)}
      aria-label={`${SKILL_NAMES[skill]}, Q${quarter + 1}, person-days`}
      defaultValue={days}
      className={`${CONTROL_CLASS} h-9 px-2! text-right`}
    />
  );
}
