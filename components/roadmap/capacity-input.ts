import type { Skill } from "#lib/catalog/control.ts";
import { SKILLS_IN_ORDER } from "./skill-names.ts";

export const QUARTERS = [0, 1, 2, 3] as const;

/** Name of the field of a skill in a quarter, counted from 0. */
export function fieldOf(skill: Skill, quarter: number): string {
  return `capacity ${skill} ${quarter}`;
}

/** The form's fields as the planner wants them; an empty field is nobody there. */
export function capacityInput(fields: FormData): {
  startsOn: string;
  capacity: Record<Skill, number[]>;
  afresh: boolean;
} {
  const days = (skill: Skill) => QUARTERS.map((quarter) => Number(fields.get(fieldOf(skill, quarter)) || 0));
  return {
    afresh: fields.get("afresh") !== null,
    startsOn: String(fields.get("startsOn") ?? ""),
    capacity: Object.fromEntries(SKILLS_IN_ORDER.map((skill) => [skill, days(skill)])) as Record<Skill, number[]>,
  };
}
