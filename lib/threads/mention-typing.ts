/** Somebody who can be mentioned. Labels are unique among those who can: two of one name carry their e-mail. */
export type Mentionable = { id: string; label: string };

const LONGEST_NAME = 60;

/** Labels by which people are told apart: the name, and the e-mail where others have the same name. */
export function labelPeople(people: readonly { id: string; name: string; email: string }[]): Mentionable[] {
  const named = new Map<string, number>();
  for (const { name } of people) named.set(name.toLowerCase(), (named.get(name.toLowerCase()) ?? 0) + 1);
  return people.map(({ id, name, email }) => ({
    id,
    label: (named.get(name.toLowerCase()) ?? 0) > 1 ? `${name} (${email})` : name,
  }));
}

/** The mention that is being typed before the caret: where its "@" stands and what follows; null: none. */
export function mentionBefore(text: string, caret: number): { from: number; query: string } | null {
  const line = text.slice(0, caret);
  const from = line.lastIndexOf("@");
  if (from < 0 || (from > 0 && !/[\s([{"'.,;:!?/-]/.test(line[from - 1] ?? ""))) return null;
  const query = line.slice(from + 1);
  return /[\n@]/.test(query) || query.length > LONGEST_NAME || query.startsWith(" ") ? null : { from, query };
}

/** Who fits what was typed, those first whose label begins with it. At most `limit`. */
export function matchPeople(people: readonly Mentionable[], query: string, limit = 6): Mentionable[] {
  const typed = query.toLowerCase();
  const rank = ({ label }: Mentionable) => {
    const lower = label.toLowerCase();
    if (lower.startsWith(typed)) return 0;
    return lower.split(/[\s(@.-]+/).some((word) => word.startsWith(typed)) ? 1 : 2;
  };
  return people
    .map((person) => ({ person, rank: rank(person) }))
    .filter((each) => each.rank < 2)
    .sort((a, b) => a.rank - b.rank || (a.person.label < b.person.label ? -1 : 1))
    .slice(0, limit)
    .map(({ person }) => person);
}

/** The text with the mention completed, and where the caret stands then. */
export function completeMention(
  text: string,
  caret: number,
  person: Mentionable,
): { text: string; caret: number } | null {
  const typing = mentionBefore(text, caret);
  if (!typing) return null;
  const before = `${text.slice(0, typing.from)}@${person.label} `;
  return { text: before + text.slice(caret).replace(/^ /, ""), caret: before.length };
}

/**
 * What was typed as it is stored: "@Label" becomes "@[id]". The longest label wins, so that "@Ada Byron" is not "@Ada"; a
 * label that goes on as a longer word is none.
 */
export function storeMentions(typed: string, people: readonly Mentionable[]): string {
  const longestFirst = people.toSorted((a, b) => b.label.length - a.label.length);
  let stored = "";
  let at = 0;
  while (at < typed.length) {
    const rest = typed.slice(at);
    const found =
      rest.startsWith("@") &&
      longestFirst.find(
        ({ label }) => rest.startsWith(label, 1) && !/^[\p{L}\p{N}]/u.test(rest.slice(label.length + 1)),
      );
    stored += found ? `@[${found.id}]` : typed[at];
    at += found ? found.label.length + 1 : 1;
  }
  return stored;
}
