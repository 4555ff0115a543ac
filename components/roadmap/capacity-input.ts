import type { Skill } from "#lib/catalog/control.ts";
import { readSpans, type Span } from "#lib/contracts/spans.ts";
import { SKILLS_IN_ORDER } from "./skill-names.ts";

export const QUARTERS = [0, 1, 2, 3] as const;

export type TeamMember = { name: string; skill: Skill; daysPerWeek: number; away: readonly Span[] };
export type Team = { people: readonly TeamMember[]; closed: readonly Span[] };
export type CapacityInput = {
  startsOn: string;
  capacity: Record<Skill, number[]>;
  afresh: boolean;
  /** Absent: by days of each quarter, and nothing is closed. */
  team?: { people: { name: string; skill: Skill; daysPerWeek: number; away: Span[] }[]; closed: Span[] };
};
/** What cannot be read, by the name of its field. */
export type Misread = { misread: Record<string, string> };

/** Name of the field of a skill in a quarter, counted from 0. */
export function fieldOf(skill: Skill, quarter: number): string {
  return `capacity ${skill} ${quarter}`;
}

/** Name of a field of a member of the team. */
export function memberField(row: string, of: "name" | "skill" | "days" | "away"): string {
  return `member ${row} ${of}`;
}

/** The form's fields as the planner wants them; an empty field is nobody there. */
export function capacityInput(fields: FormData): CapacityInput | Misread {
  const days = (skill: Skill) => QUARTERS.map((quarter) => Number(fields.get(fieldOf(skill, quarter)) || 0));
  const text = (name: string) => String(fields.get(name) ?? "").trim();
  const misread: Record<string, string> = {};
  const spansIn = (name: string): Span[] => {
    const spans = readSpans(text(name));
    if (typeof spans !== "string") return spans;
    misread[name] = spans;
    return [];
  };
  const closed = spansIn("closed");
  const people = rowsIn(fields).map((row) => {
    if (text(memberField(row, "name")) === "") misread[memberField(row, "name")] = "Enter a name";
    return {
      name: text(memberField(row, "name")),
      skill: text(memberField(row, "skill")) as Skill,
      daysPerWeek: Number(text(memberField(row, "days")) || 0),
      away: spansIn(memberField(row, "away")),
    };
  });
  if (Object.keys(misread).length > 0) return { misread };
  return {
    afresh: fields.get("afresh") !== null,
    startsOn: text("startsOn"),
    capacity: Object.fromEntries(SKILLS_IN_ORDER.map((skill) => [skill, days(skill)])) as Record<Skill, number[]>,
    ...((people.length > 0 || closed.length > 0) && { team: { people, closed } }),
  };
}

/** Members are there only while the form asks for people. */
function rowsIn(fields: FormData): string[] {
  return [...fields.keys()].flatMap((key) => /^member (\S+) name$/.exec(key)?.[1] ?? []);
}
