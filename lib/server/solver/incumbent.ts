import { checkFeasible } from "#lib/planning/check-feasible.ts";
import { withoutDust } from "#lib/planning/objective.ts";
import { type Plan, type SearchSpace, toAssignment, worthOfPlan } from "#lib/planning/search-space.ts";
import { settleEquals } from "#lib/planning/settle-equals.ts";
import { easyUpperBound } from "#lib/planning/upper-bound.ts";

/** What the search knows: the best plan so far, a bound that no plan exceeds, and whether it is proven to be the plan. */
export type Standing = { assignment: Record<string, number> | null; bound: number; proven: boolean };

/** The best plan so far with its bound, and the clock of the search. Takes nothing on trust: every plan is checked. */
export class Incumbent {
  readonly space: SearchSpace;
  plan: Plan | null = null;
  worth = Number.NEGATIVE_INFINITY;
  bound: number;
  proven = false;
  private readonly ends: number;
  private readonly tell: (standing: Standing) => void;

  constructor(space: SearchSpace, seconds: number, tell: (standing: Standing) => void) {
    this.space = space;
    this.tell = tell;
    this.ends = performance.now() + seconds * 1_000;
    this.bound = easyUpperBound(space);
  }

  secondsLeft(): number {
    return (this.ends - performance.now()) / 1_000;
  }

  /** Takes a plan when it is feasible and better. */
  take(plan: Plan | null): void {
    if (!plan || worthOfPlan(this.space, plan) <= this.worth + this.space.dust) return;
    if (checkFeasible(this.space.instance, toAssignment(this.space, plan)).length > 0) return;
    this.plan = settleEquals(this.space, plan);
    this.worth = worthOfPlan(this.space, this.plan);
    this.tell(this.standing());
  }

  /** Takes a bound when it is lower. Where worths come in steps, it steps down to the next. */
  lowerBound(bound: number): void {
    const { step } = this.space;
    const stepped = step > 0 ? Math.floor((bound / step) * (1 + 1e-12) + 1e-9) * step : bound;
    if (!(stepped < this.bound)) return;
    this.bound = Math.max(stepped, this.worth);
    this.tell(this.standing());
  }

  /** Whether nothing better can exist. */
  isClosed(): boolean {
    // Where worths come in steps, the bound has stepped down already; else a part in a billion is nothing.
    const { dust, step } = this.space;
    return this.plan !== null && this.bound <= this.worth + Math.max(dust, step > 0 ? 0 : 1e-9 * this.worth);
  }

  proveNow(): void {
    this.proven = true;
    this.bound = this.worth;
    this.tell(this.standing());
  }

  /** Takes the plan, ties settled, as the proven one. */
  prove(plan: Plan): void {
    if (checkFeasible(this.space.instance, toAssignment(this.space, plan)).length > 0) return;
    this.plan = plan;
    this.worth = worthOfPlan(this.space, plan);
    this.proveNow();
  }

  standing(): Standing {
    const { space, plan, bound, proven } = this;
    return { assignment: plan && toAssignment(space, plan), bound: withoutDust(bound), proven };
  }
}
