"use client";

import { useRouter } from "next/navigation";
import { useOutcome } from "#components/forms/use-outcome.ts";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { Section } from "#components/ui/section.tsx";
import type { Outcome } from "#lib/contracts/refusal.ts";
import type { AssignedLine, AssignedPerson } from "./assigned-line.ts";
import { AssignmentTable } from "./assignment-table.tsx";
import { PeopleLoad } from "./people-load.tsx";

export type Assign = (
  part: AssignedLine["part"],
  target: string,
  member: string | null,
  dueOn: string | null,
) => Promise<Outcome<unknown>>;

type Props = {
  dimensions: readonly AssignedLine[];
  concerns: readonly AssignedLine[];
  questions: readonly AssignedLine[];
  people: readonly AssignedPerson[];
  questionnaireHref: string;
  /** Null: not offered. */
  assign: Assign | null;
};

/** Who answers what: people with their load, then a line for each dimension and concern. The narrower one wins. */
export function AssignmentsBoard({ dimensions, concerns, questions, people, questionnaireHref, assign }: Props) {
  const router = useRouter();
  const { run, refused, pending } = useOutcome<unknown>(() => router.refresh());
  const change = assign
    ? (line: AssignedLine, member: string | null, dueOn: string | null) =>
        run(() => assign(line.part, line.target, member, dueOn))
    : null;
  const table = { people, change, pending };
  return (
    <div className="grid gap-10">
      {refused ? <ErrorNotice title={refused.message} detail={refused.detail} /> : null}
      <PeopleLoad people={people} questionnaireHref={questionnaireHref} />
      <Section
        title="Dimensions"
        lede="The wide net: whoever has a dimension has all its questions that nobody else has."
      >
        <AssignmentTable {...table} label="Dimensions" lines={dimensions} />
      </Section>
      <Section title="Concerns" lede="A concern goes before its dimensions.">
        <AssignmentTable {...table} label="Concerns" lines={concerns} />
      </Section>
      {questions.length > 0 && (
        <Section title="Single questions" lede="A question goes before its concern and its dimension.">
          <AssignmentTable {...table} label="Single questions" lines={questions} />
        </Section>
      )}
    </div>
  );
}
