import type { Mentionable } from "#lib/threads/mention-typing.ts";

type Props = {
  id: string;
  people: readonly Mentionable[];
  /** Which one Enter takes. */
  marked: number;
  onTake: (person: Mentionable) => void;
};

export const optionId = (list: string, person: string) => `${list}-${person}`;

/** Members who fit what was typed after "@". The focus stays in the text; keys choose. */
export function MentionOptions({ id, people, marked, onTake }: Props) {
  return (
    <>
      <p role="status" className="sr-only">
        {people[marked] && `${people.length} fit; Enter mentions ${people[marked].label}`}
      </p>
      {people.length > 0 && (
        <div
          id={id}
          role="listbox"
          aria-label="Members"
          className="absolute inset-x-0 top-full z-30 mt-1 max-w-sm rounded-panel border border-hairline bg-surface p-1 shadow-overlay"
        >
          {people.map((person, at) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are taken by the text, which keeps the focus
            <div
              key={person.id}
              id={optionId(id, person.id)}
              role="option"
              tabIndex={-1}
              aria-selected={at === marked}
              // Not the end of typing.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onTake(person)}
              className="flex min-h-8 cursor-pointer items-center rounded-control px-2.5 aria-selected:bg-sunken aria-selected:shadow-[inset_2px_0_0_var(--accent)]"
            >
              <span className="truncate">{person.label}</span>
            </div>
          ))}
        </div>
      )}
    </>
  );
}
