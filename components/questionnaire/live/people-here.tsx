"use client";

import { createContext, useContext } from "react";
import type { LivePerson } from "#lib/contracts/live.ts";
import { initialsOf } from "./initials.ts";

const MOST = 4;

/** Who else has the questionnaire open. */
export const PeopleHere = createContext<readonly LivePerson[]>([]);

/** Each person once. */
const once = (people: readonly LivePerson[]) => [...new Map(people.map((person) => [person.id, person])).values()];

/** The initials of who looks at this question now. */
export function HereMark({ question }: { question: string }) {
  const people = once(useContext(PeopleHere).filter((person) => person.question === question));
  if (people.length === 0) return null;
  return <Initials people={people} says={`${people.map(({ name }) => name).join(", ")} here now`} />;
}

/** Everybody who is here, above the list; the line is always there, so that nothing jumps when somebody comes. */
export function AlsoHere() {
  const people = once(useContext(PeopleHere));
  const names = people.map(({ name }) => name);
  return (
    <p className="flex min-h-5 items-center gap-2 text-muted text-xs">
      <Initials people={people} />
      <span className="min-w-0 truncate">
        {names.length === 0 ? "Nobody else is here now" : `Also here: ${names.slice(0, 2).join(", ")}`}
        {names.length > 2 && ` and ${names.length - 2} more`}
      </span>
    </p>
  );
}

function Initials({ people, says }: { people: readonly LivePerson[]; says?: string }) {
  return (
    <span className="flex shrink-0 items-center" title={people.map(({ name }) => name).join(", ")}>
      {people.slice(0, MOST).map(({ id, name }) => (
        <span
          key={id}
          aria-hidden
          className="-ml-1 flex size-5 items-center justify-center rounded-round border border-surface bg-ink text-[0.5625rem] font-strong text-surface first:ml-0"
        >
          {initialsOf(name)}
        </span>
      ))}
      {people.length > MOST && (
        <span aria-hidden className="ml-1 text-xs">
          +{people.length - MOST}
        </span>
      )}
      {says && <span className="sr-only">{says}</span>}
    </span>
  );
}
