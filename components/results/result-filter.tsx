import { LAYER_NAMES } from "#components/scores/layer-names.ts";
import { Button } from "#components/ui/button.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { LAYERS, SEVERITIES } from "#lib/catalog/framework.ts";

export type ResultFilterValues = {
  severity: string | null;
  outcome: string | null;
  layer: string | null;
  check: string | null;
  text: string;
};

/** A plain form: its state is the address, so that a filtered list can be sent to a colleague. */
export function ResultFilter({ now, checks }: { now: ResultFilterValues; checks: readonly string[] }) {
  return (
    <search>
      <form method="get" className="grid items-end gap-3 sm:grid-cols-3 lg:grid-cols-6">
        <TextField label="Text" name="text" defaultValue={now.text} />
        <SelectField
          label="Outcome"
          name="outcome"
          defaultValue={now.outcome ?? ""}
          choices={[
            { value: "", label: "All" },
            { value: "fail", label: "Fails" },
            { value: "not-assessable", label: "Not assessable" },
          ]}
        />
        <SelectField
          label="Severity"
          name="severity"
          defaultValue={now.severity ?? ""}
          choices={[{ value: "", label: "All" }, ...SEVERITIES.toReversed().map((value) => ({ value, label: value }))]}
        />
        <SelectField
          label="Layer"
          name="layer"
          defaultValue={now.layer ?? ""}
          choices={[{ value: "", label: "All" }, ...LAYERS.map((value) => ({ value, label: LAYER_NAMES[value] }))]}
        />
        <SelectField
          label="Check"
          name="check"
          defaultValue={now.check ?? ""}
          choices={[{ value: "", label: "All" }, ...checks.map((value) => ({ value, label: value }))]}
        />
        <Button type="submit">Filter</Button>
      </form>
    </search>
  );
}
