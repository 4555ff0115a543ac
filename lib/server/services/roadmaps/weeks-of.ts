import { SKILLS, type Skill } from "#lib/catalog/control.ts";
import { capacityOfTeam, roomAround, scaleRoom, type Team, type WeeklyRoom, weeklyRoom } from "#lib/planning/team.ts";

type Days = Partial<Record<Skill, number[]>>;
type Asked = { capacity: Days; startsOn: string; team?: Team };

/**
 * Days by quarter and the weeks that hold them. Of people who are named with the request, their own days; of those of an
 * earlier version, the shape of their weeks with the days that are asked for; without anybody, even weeks around what is closed.
 */
export function weeksOf(asked: Asked, team: Team | undefined): { capacity: Days; room: WeeklyRoom } {
  const { capacity, startsOn } = asked;
  if (!team) return { capacity, room: {} };
  if (team.people.length === 0) return within(roomAround(team.closed, capacity, startsOn));
  const own = weeklyRoom(team, startsOn);
  return within(asked.team ? own : scaleRoom(own, capacity));
}

/** Skills that nobody has, have no days. */
function within(room: WeeklyRoom): { capacity: Days; room: WeeklyRoom } {
  const none = Object.fromEntries(SKILLS.map((skill) => [skill, [0, 0, 0, 0]]));
  return { capacity: { ...none, ...(capacityOfTeam(room) as Days) }, room };
}
