import { ProgressBar } from "#components/ui/progress-bar.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { formatThings } from "#lib/presentation/numbers.ts";
import type { AssignedPerson } from "./assigned-line.ts";

type Props = { people: readonly AssignedPerson[]; questionnaireHref: string };

/** How much each person has, and how much of it is open. */
export function PeopleLoad({ people, questionnaireHref }: Props) {
  return (
    <ul className="grid gap-x-8 gap-y-5 sm:grid-cols-2 lg:grid-cols-4">
      {people.map(({ id, name, questions, open }) => (
        <li key={id} className="min-w-0">
          <p className="truncate font-strong">{name}</p>
          <p className="mb-2 text-muted text-xs">
            {questions === 0 ? (
              "nothing yet"
            ) : (
              <>
                {formatThings(questions, "question")},{" "}
                <TextLink href={`${questionnaireHref}?of=${id}`}>{open} open</TextLink>
              </>
            )}
          </p>
          <ProgressBar label={`Answered by ${name}`} done={questions - open} of={questions} bare />
        </li>
      ))}
    </ul>
  );
}
