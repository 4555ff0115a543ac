"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { SKILL_NAMES, SKILLS_IN_ORDER } from "#components/roadmap/skill-names.ts";
import { Button } from "#components/ui/button.tsx";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { Section } from "#components/ui/section.tsx";
import type { Skill } from "#lib/catalog/control.ts";
import { formatDays, formatPercent } from "#lib/presentation/numbers.ts";
import { BudgetChoice } from "./budget-choice.tsx";
import { Slider } from "./slider.tsx";
import { TriedYear } from "./tried-year.tsx";
import { useBudgets, useTry } from "./use-tries.ts";
import { budgetsToTry, scaled, type TakeOver, type WhatIf } from "./what-if.ts";

type Props = { view: WhatIf; tryHref: string; planHref: string; takeOver: TakeOver };

const AS_IT_STANDS = Object.fromEntries(SKILLS_IN_ORDER.map((skill) => [skill, 1])) as Record<Skill, number>;

/** Capacity and budget to slide; the year that follows; and the curve from which a leader chooses a budget. */
export function WhatIfBoard({ view, tryHref, planHref, takeOver }: Props) {
  const router = useRouter();
  const [shares, setShares] = useState(AS_IT_STANDS);
  const [budget, setBudget] = useState(view.budget);
  const [refused, setRefused] = useState<{ message: string; detail: string } | null>(null);
  const [storing, store] = useTransition();
  const wish = { capacity: scaled(view.capacity, shares, SKILLS_IN_ORDER), budget };
  const trial = useTry(tryHref, wish);
  const budgets = useBudgets(tryHref);
  const sum = (skill: Skill) => wish.capacity[skill].reduce((total, days) => total + days, 0);
  const keep = () =>
    store(async () => {
      const outcome = await takeOver({ ...wish, startsOn: view.startsOn });
      if (!outcome.ok) return setRefused(outcome);
      toast(`Version ${outcome.value.version} is planned`);
      router.push(planHref);
    });
  return (
    <div className="flex flex-col gap-14">
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[20rem_minmax(0,1fr)]">
        <form
          className="flex flex-col gap-4"
          aria-label="Capacity and budget"
          onSubmit={(event) => event.preventDefault()}
        >
          {SKILLS_IN_ORDER.map((skill) => (
            <Slider
              key={skill}
              label={SKILL_NAMES[skill]}
              says={`${formatDays(sum(skill))}, ${formatPercent(shares[skill], "of today")}; ${formatDays(view.needed[skill] ?? 0)} wanted`}
              value={Math.round(shares[skill] * 100)}
              {...{ min: 0, max: 300, step: 5 }}
              onChange={(value) => setShares({ ...shares, [skill]: value / 100 })}
            />
          ))}
          <Slider
            label="Budget"
            says={
              budget === null ? "none: capacity alone decides" : `${formatDays(budget)} of ${formatDays(view.total)}`
            }
            value={budget ?? view.total + 1}
            {...{ min: 0, max: view.total + 1, step: 1 }}
            onChange={(value) => setBudget(value > view.total ? null : value)}
          />
          {refused && <ErrorNotice title={refused.message} detail={refused.detail} />}
          <div className="flex flex-wrap gap-2">
            <Button variant="primary" onClick={keep} disabled={storing || trial.tried === null}>
              {storing ? "Planning, for up to ten seconds" : "Plan the year with this"}
            </Button>
            <Button
              onClick={() => {
                setShares(AS_IT_STANDS);
                setBudget(view.budget);
              }}
            >
              As it stands
            </Button>
          </div>
        </form>
        <TriedYear view={view} {...trial} />
      </div>
      <Section
        title="How much risk a budget takes away"
        lede="For each budget the best plan with the capacity above. Where the curve gets flat, more days buy little."
      >
        <BudgetChoice
          view={view}
          asked={budgets.asked}
          capacity={JSON.stringify(wish.capacity)}
          budget={budget}
          onAsk={() => budgets.start(wish.capacity, budgetsToTry(view.total))}
          onChoose={setBudget}
        />
      </Section>
    </div>
  );
}
