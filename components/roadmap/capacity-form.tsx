"use client";

import { useRouter } from "next/navigation";
import { OutcomeForm } from "#components/forms/outcome-form.tsx";
import { ChoiceBox } from "#components/ui/choice-box.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { Skill } from "#lib/catalog/control.ts";
import type { Outcome } from "#lib/contracts/refusal.ts";
import { CapacityFields } from "./capacity-fields.tsx";
import { capacityInput } from "./capacity-input.ts";
import { PlanningProgress } from "./planning-progress.tsx";
import { usePlanningRun } from "./use-planning-run.ts";

export type Capacity = Partial<Record<Skill, readonly number[]>>;
export type PlanYear = (input: {
  startsOn: string;
  capacity: Record<Skill, number[]>;
  afresh: boolean;
  run: string;
}) => Promise<Outcome<{ version: number }>>;

type Props = {
  startsOn: string;
  /** What was planned with last, or a first guess. */
  capacity: Capacity;
  /** Person-days that all initiatives together take, by skill: what there is to share out. */
  needed: Partial<Record<Skill, number>>;
  /** True where a roadmap stands already: planning makes its next version. */
  again: boolean;
  plan: PlanYear;
  /** Where one watches and cancels a run: `${runsHref}/<run>`. */
  runsHref: string;
  /** Where one goes once it is planned; else the page is drawn anew. */
  then?: string;
};

/** Who is there, quarter by quarter; then the planner chooses what goes when. */
export function CapacityForm({ startsOn, capacity, needed, again, plan, runsHref, then }: Props) {
  const router = useRouter();
  const { isRunning, progress, watch, cancel } = usePlanningRun(runsHref);
  const done = () => (then ? router.push(then) : router.refresh());
  return (
    <OutcomeForm
      action={(fields) => watch((run) => plan({ ...capacityInput(fields), run }))}
      onDone={done}
      submit={again ? "Plan the year again" : "Plan the year"}
      submitting="Planning"
    >
      {(errors) => (
        <>
          <div className="max-w-48">
            <TextField
              label="The first plan starts on"
              name="startsOn"
              type="date"
              defaultValue={startsOn}
              error={errors.startsOn}
              required
            />
          </div>
          <CapacityFields capacity={capacity} needed={needed} error={errors.capacity} />
          {again && (
            <>
              <ChoiceBox
                type="checkbox"
                name="afresh"
                choice={{
                  value: "yes",
                  label: "Plan afresh",
                  hint: "Nothing has to stay where it stands. Else what is being worked on comes first, and little moves: at most 1 % of the risk-quarters is given up for that.",
                }}
              />
              <Notice>Planning again makes a new version; the one that stands now is kept.</Notice>
            </>
          )}
          {isRunning && <PlanningProgress progress={progress} cancel={cancel} />}
        </>
      )}
    </OutcomeForm>
  );
}
