import { SKILL_NAMES, SKILLS_IN_ORDER } from "#components/roadmap/skill-names.ts";
import { LAYER_NAMES, LAYERS_OUTERMOST_FIRST } from "#components/scores/layer-names.ts";
import { ChoiceGroup } from "#components/ui/choice-group.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { OwnInitiative } from "#lib/planning/own-initiative.ts";

export type OwnWorkChoices = {
  dimensions: readonly { id: string; title: string }[];
  /** What it may replace. */
  remedies: readonly { id: string; title: string }[];
  /** All own work, which it may wait for. */
  own: readonly OwnInitiative[];
};

type Props = { own?: OwnInitiative; choices: OwnWorkChoices; errors: Record<string, string> };

const DAYS = { type: "number", inputMode: "decimal", step: 0.1, min: 0.1 } as const;

export function OwnWorkFields({ own, choices, errors }: Props) {
  const { estimate } = own ?? {};
  const remedies = choices.remedies.map(({ id, title }) => ({ value: id, label: title }));
  const others = choices.own.filter(({ id }) => id !== own?.id).map(({ id, title }) => ({ value: id, label: title }));
  return (
    <>
      <TextField label="Title" name="title" defaultValue={own?.title} error={errors.title} required />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          label="Layer"
          name="layer"
          defaultValue={own?.layer}
          choices={LAYERS_OUTERMOST_FIRST.map((layer) => ({ value: layer, label: LAYER_NAMES[layer] }))}
          error={errors.layer}
        />
        <SelectField
          label="Dimension"
          name="dimension"
          defaultValue={own?.dimension}
          choices={choices.dimensions.map(({ id, title }) => ({ value: id, label: title }))}
          error={errors.dimension}
        />
      </div>
      <TextField
        label="Reason"
        name="reason"
        defaultValue={own?.reason}
        error={errors.reason}
        hint="Why it is done, and where its own risk points come from."
        required
      />
      <ChoiceGroup
        label="Skills"
        name="skills"
        kind="checkbox"
        inline
        choices={SKILLS_IN_ORDER.map((skill) => ({ value: skill, label: SKILL_NAMES[skill] }))}
        defaultValues={own?.skills}
        error={errors.skills}
      />
      <fieldset>
        <legend className="mb-1.5 font-strong text-sm">
          Person-days <span className="font-normal text-muted">(leave all three empty while nobody knows)</span>
        </legend>
        <div className="grid grid-cols-3 gap-3">
          <TextField
            {...DAYS}
            label="At best"
            name="optimistic"
            defaultValue={estimate?.optimistic}
            error={errors["estimate.optimistic"]}
          />
          <TextField
            {...DAYS}
            label="Likely"
            name="likely"
            defaultValue={estimate?.likely}
            error={errors["estimate.likely"]}
          />
          <TextField
            {...DAYS}
            label="At worst"
            name="pessimistic"
            defaultValue={estimate?.pessimistic}
            error={errors["estimate.pessimistic"]}
          />
        </div>
      </fieldset>
      <TextField
        {...DAYS}
        label="Risk points of its own"
        name="risk"
        min={0}
        defaultValue={own?.risk ?? 0}
        error={errors.risk}
        hint="What it removes and no finding tells of. One finding has 1 to 25."
      />
      <Several label="In place of" name="replaces" choices={remedies} chosen={own?.replaces} error={errors.replaces}>
        It closes their findings, and they leave the scorecard.
      </Several>
      <Several label="After" name="after" choices={[...others, ...remedies]} chosen={own?.after} error={errors.after}>
        What comes in the same or an earlier quarter.
      </Several>
      <TextArea
        label="Steps"
        name="steps"
        defaultValue={own?.steps.join("\n")}
        error={errors.steps}
        hint="A line for each."
        optional
      />
      <TextArea
        label="What can go wrong"
        name="riskOfDoing"
        rows={2}
        defaultValue={own?.riskOfDoing}
        error={errors.riskOfDoing}
        optional
      />
      <TextArea
        label="The way back"
        name="rollback"
        rows={2}
        defaultValue={own?.rollback}
        error={errors.rollback}
        optional
      />
    </>
  );
}

type SeveralProps = {
  label: string;
  name: string;
  choices: readonly { value: string; label: string }[];
  chosen?: readonly string[];
  error?: string;
  children: string;
};

/** Any number of a long list, folded until somebody wants it. */
function Several({ label, name, choices, chosen = [], error, children }: SeveralProps) {
  return (
    <details open={chosen.length > 0 || error !== undefined} className="rounded-panel border border-hairline px-4 py-3">
      <summary className="cursor-pointer font-strong text-sm">
        {label} <span className="font-normal text-muted">(optional)</span>
      </summary>
      <div className="mt-3 max-h-72 overflow-y-auto pr-1">
        <ChoiceGroup
          label={children}
          name={name}
          kind="checkbox"
          choices={choices}
          defaultValues={chosen}
          error={error}
        />
      </div>
    </details>
  );
}
