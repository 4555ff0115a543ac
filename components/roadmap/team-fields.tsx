import { Trash2 } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { writeSpans } from "#lib/contracts/spans.ts";
import { memberField, type TeamMember } from "./capacity-input.ts";
import { SKILL_NAMES, SKILLS_IN_ORDER } from "./skill-names.ts";

type Props = { people: readonly TeamMember[]; errors: Readonly<Record<string, string>> };

const SKILL_CHOICES = SKILLS_IN_ORDER.map((skill) => ({ value: skill, label: SKILL_NAMES[skill] }));

/** Who does the work: a row for each, with the days of a week and when they are away. */
export function TeamFields({ people, errors }: Props) {
  const next = useRef(people.length);
  const [rows, setRows] = useState<{ id: string; member: TeamMember | null }[]>(
    people.length > 0 ? people.map((member, at) => ({ id: String(at), member })) : [{ id: "first", member: null }],
  );
  const add = () => {
    next.current++;
    setRows((now) => [...now, { id: `new${next.current}`, member: null }]);
  };
  return (
    <fieldset className="grid min-w-0 gap-3">
      <legend className="mb-2 font-strong">Who does this work</legend>
      {rows.map(({ id, member }, at) => (
        <fieldset
          key={id}
          aria-label={`Person ${at + 1}`}
          className="grid min-w-0 items-start gap-3 rounded-panel border border-hairline p-3 sm:grid-cols-[1fr_9rem_6rem_auto]"
        >
          <TextField
            label="Name"
            name={memberField(id, "name")}
            defaultValue={member?.name ?? ""}
            error={errors[memberField(id, "name")]}
            required
          />
          <SelectField
            label="Skill"
            name={memberField(id, "skill")}
            choices={SKILL_CHOICES}
            defaultValue={member?.skill ?? "platform"}
          />
          <TextField
            label="Days a week"
            name={memberField(id, "days")}
            type="number"
            min={0}
            max={5}
            step={0.25}
            defaultValue={member?.daysPerWeek ?? 2}
          />
          <Button
            className="sm:mt-6.5"
            aria-label={`Take person ${at + 1} out`}
            onClick={() => setRows((now) => now.filter((row) => row.id !== id))}
          >
            <Trash2 aria-hidden size={16} />
          </Button>
          <div className="sm:col-span-4">
            <TextField
              label="Away"
              name={memberField(id, "away")}
              placeholder="2026-12-21 to 2027-01-02, 2027-05-14"
              defaultValue={writeSpans(member?.away ?? [])}
              error={errors[memberField(id, "away")]}
              optional
            />
          </div>
        </fieldset>
      ))}
      <div>
        <Button size="small" onClick={add}>
          Add a person
        </Button>
      </div>
    </fieldset>
  );
}
