import type { Skill } from "#lib/catalog/control.ts";
import type { LayerId } from "#lib/catalog/framework.ts";
import type { Outcome } from "#lib/contracts/refusal.ts";

export type Capacity = Partial<Record<Skill, readonly number[]>>;
export type LayerPair = { layer: LayerId; own: number; assured: number };

/** The year as the portal says it would be. */
export type Tried = {
  riskAtStart: number;
  curve: readonly number[];
  days: number;
  initiatives: number;
  left: number;
  gap: number;
  proven: boolean;
  quarters: readonly { quarter: number; layers: readonly LayerPair[] }[];
};

/** Where trying begins. */
export type WhatIf = {
  startsOn: string;
  capacity: Capacity;
  budget: number | null;
  needed: Partial<Record<Skill, number>>;
  total: number;
  current: { version: number; curve: readonly number[]; days: number } | null;
  rate: { amount: number; currency: string } | null;
  layers: readonly LayerPair[];
};

export type Wish = { capacity: Record<Skill, number[]>; budget: number | null };
export type TakeOver = (input: Wish & { startsOn: string }) => Promise<Outcome<{ version: number }>>;

/** The capacity of each skill at a share (1: as it stands), in halves of days. */
export function scaled(
  capacity: Capacity,
  shares: Readonly<Record<Skill, number>>,
  skills: readonly Skill[],
): Record<Skill, number[]> {
  return Object.fromEntries(
    skills.map((skill) => [
      skill,
      [0, 1, 2, 3].map((quarter) => Math.round((capacity[skill]?.[quarter] ?? 0) * (shares[skill] ?? 1) * 2) / 2),
    ]),
  ) as Record<Skill, number[]>;
}

/** Budgets at which the curve is asked: tenths of what everything takes, in whole days. */
export function budgetsToTry(total: number): number[] {
  return [...new Set(Array.from({ length: 10 }, (_, at) => Math.max(1, Math.round((total * (at + 1)) / 10))))];
}

export type Point = { budget: number; days: number; left: number; gap: number };

/**
 * A wider budget never leaves more risk: its plan may be the one of a smaller budget. Where a try was cut off before it found
 * that, the better one stands. Ordered by budget.
 */
export function frontier(points: readonly Point[]): Point[] {
  const ordered = points.toSorted((a, b) => a.budget - b.budget);
  let best: Point | null = null;
  return ordered.map((point) => {
    best = best && best.left <= point.left ? { ...best, budget: point.budget } : point;
    return best;
  });
}
