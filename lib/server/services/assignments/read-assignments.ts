import { can } from "#lib/access/permissions.ts";
import type { AssignedPart } from "#lib/assignments/assignment.ts";
import { indexAssignments, resolveOwner } from "#lib/assignments/resolve-owner.ts";
import { AssessmentId } from "#lib/contracts/inputs.ts";
import { listAnswers } from "#lib/server/db/answers.ts";
import { findAssessment } from "#lib/server/db/assessments.ts";
import { listAssignments } from "#lib/server/db/assignments.ts";
import { listMembersOf } from "#lib/server/db/organizations.ts";
import { loadAsked } from "../assessments/load-asked.ts";
import { loadCatalog } from "../own-questions/load-catalog.ts";
import { notFound, verb } from "../verb.ts";

export type AssignedLine = {
  part: AssignedPart;
  target: string;
  title: string;
  member: string | null;
  dueOn: string | null;
  questions: number;
  answered: number;
};

/** Every dimension and concern with who is responsible for it, single questions that were assigned, and each person's load. */
export const readAssignments = verb(
  { name: "assignments.read-assignments", may: "assessments.read", input: AssessmentId },
  async (work, input, member) => {
    const assessment = await findAssessment(work, input.assessment);
    if (!assessment) throw notFound();
    const catalog = await loadCatalog(work, assessment);
    const assignments = await listAssignments(work, input.assessment);
    const answers = await listAnswers(work, input.assessment);
    const answered = new Set(answers.filter(({ reworded }) => !reworded).map(({ question }) => question));
    const { asked } = await loadAsked(work, catalog, assessment, answers);
    const members = await listMembersOf(work, member.organizationId);
    const controls = new Map(catalog.controls.map((control) => [control.id, control]));
    const places = asked.flatMap(({ id, control, asks }) => {
      const of = controls.get(control);
      return of ? [{ question: id, asks, concern: of.concern, dimension: of.dimension }] : [];
    });
    const assigned = indexAssignments(assignments);
    const line = (part: AssignedPart, target: string, title: string): AssignedLine => {
      const own = places.filter((place) => place[part] === target);
      const found = assignments.find((each) => each.part === part && each.target === target);
      return {
        ...{ part, target, title, member: found?.memberId ?? null, dueOn: found?.dueOn ?? null },
        questions: own.length,
        answered: own.filter(({ question }) => answered.has(question)).length,
      };
    };
    const owners = places.map((place) => ({ ...place, owner: resolveOwner(place, assigned)?.memberId ?? null }));
    return {
      assessment: { id: assessment.id, name: assessment.name },
      dimensions: catalog.dimensions.map(({ id, title }) => line("dimension", id, title)),
      concerns: catalog.concerns.map(({ id, title }) => line("concern", id, title)),
      questions: places
        .filter(({ question }) => assigned.has(`question ${question}`))
        .map(({ question, asks }) => line("question", question, asks)),
      people: members
        .filter(({ role }) => can(role, "answers.write"))
        .map(({ userId, name }) => {
          const own = owners.filter(({ owner }) => owner === userId);
          const open = own.filter(({ question }) => !answered.has(question)).length;
          return { id: userId, name, questions: own.length, open };
        }),
      unassigned: owners.filter(({ owner }) => owner === null).length,
      total: places.length,
      mayAssign: can(member.role, "assessments.write") && assessment.state !== "signed",
    };
  },
);
