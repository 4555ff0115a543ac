"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { OutcomeForm } from "#components/forms/outcome-form.tsx";
import { ChoiceBox } from "#components/ui/choice-box.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { Skill } from "#lib/catalog/control.ts";
import type { Outcome } from "#lib/contracts/refusal.ts";
import { writeSpans } from "#lib/contracts/spans.ts";
import { CapacityFields } from "./capacity-fields.tsx";
import { type CapacityInput, capacityInput, type Team } from "./capacity-input.ts";
import { PlanningProgress } from "./planning-progress.tsx";
import { TeamFields } from "./team-fields.tsx";
import { usePlanningRun } from "./use-planning-run.ts";

export type Capacity = Partial<Record<Skill, readonly number[]>>;
export type PlanYear = (input: CapacityInput & { run: string }) => Promise<Outcome<{ version: number }>>;

type Props = {
  startsOn: string;
  /** What was planned with last, or a first guess. */
  capacity: Capacity;
  /** Who did it, and when nobody did, in what was planned last; null: nothing of it was said. */
  team: Team | null;
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
export function CapacityForm({ startsOn, capacity, team, needed, again, plan, runsHref, then }: Props) {
  const router = useRouter();
  const { isRunning, progress, watch, cancel } = usePlanningRun(runsHref);
  const [byPeople, setByPeople] = useState((team?.people.length ?? 0) > 0);
  const send = (fields: FormData): ReturnType<PlanYear> => {
    const input = capacityInput(fields);
    if ("misread" in input) return Promise.resolve(refusedFor(input.misread));
    return watch((run) => plan({ ...input, run }));
  };
  const done = () => (then ? router.push(then) : router.refresh());
  return (
    <OutcomeForm
      action={send}
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
          <ChoiceBox
            type="checkbox"
            name="by"
            defaultChecked={byPeople}
            onChange={(event) => setByPeople(event.target.checked)}
            choice={{
              value: "people",
              label: "Plan by people",
              hint: "Who they are, how many days of a week they give, and when they are away.",
            }}
          />
          {byPeople ? (
            <TeamFields people={team?.people ?? []} errors={errors} />
          ) : (
            <CapacityFields capacity={capacity} needed={needed} error={errors.capacity} />
          )}
          <TextField
            label="Nobody works on"
            name="closed"
            placeholder="2026-12-24 to 2027-01-01, 2027-11-22 to 2027-11-29"
            hint="Holidays, and freezes in which nothing is rolled out. No week of the plan uses these days."
            defaultValue={writeSpans(team?.closed ?? [])}
            error={errors.closed}
            optional
          />
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

/** Said before anything is sent: a day that cannot be read is nobody's fault but the typing's. */
function refusedFor(fields: Record<string, string>): Outcome<never> {
  return {
    ...{ ok: false, code: "invalid-input", message: "Some of this does not fit.", fields, current: null },
    detail: "Nothing was planned. Mend the marked fields and send it again.",
  };
}
