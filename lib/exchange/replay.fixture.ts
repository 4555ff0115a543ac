import type { Question, Wording } from "#lib/catalog/control.ts";
import { meaningOf } from "#lib/catalog/meaning-of.ts";
import { formerWording, wordingOf } from "#lib/catalog/wording.ts";
import { documentOf, readDocument } from "./document.ts";
import { type Said, type StoredSaid, saysTheSame } from "./exchanged.ts";
import { mergeRows } from "./merge-rows.ts";
import { HEAD, rowFixture } from "./questionnaire.fixture.ts";
import { withoutDoubles } from "./read-form.ts";

/** What is appended to the log: nothing else is needed to know where an assessment stands. */
export type Logged =
  | { is: "answered"; question: string; said: Said; by: string; at: string }
  | { is: "upgraded"; edition: number }
  | { is: "seen"; question: string; level: number };

export type Command =
  | { do: "edit"; by: string; question: string; said: Said; behind: number }
  | { do: "export" }
  | { do: "import"; by: string; file: number; filled: readonly (readonly [string, Said])[]; takes: readonly boolean[] }
  | { do: "confirm"; by: string; questions: readonly string[] }
  | { do: "upgrade"; edition: number }
  | { do: "see"; question: string; level: number };

export const QUESTIONS = ["a", "b", "c", "d", "e"] as const;

/** What an edition of the catalogue asks: each edition words two questions anew and gives one up. */
export function asks(question: string, edition: number): Pick<Question, "asks" | "levels" | "removed"> {
  const at = (QUESTIONS as readonly string[]).indexOf(question);
  const worded = edition - (edition % 5 === at || (edition + 1) % 5 === at ? 0 : 1);
  const anew = Math.max(0, worded);
  return {
    asks: `What is ${question} in ${anew % 3}?`,
    levels: ["none", "some", "most", "all", `as 3, ${anew % 3}`],
    ...(edition > 0 && edition % 5 === (at + 2) % 5 ? { removed: true as const } : {}),
  };
}

type Kept = StoredSaid & { asked: Wording };
type Standing = { edition: number; answers: Map<string, Kept>; seen: Map<string, number> };

/** An assessment that takes commands, as the portal does, and writes down what it did. */
export class Portal {
  readonly log: Logged[] = [];
  readonly acknowledged: string[] = [];
  readonly standing: Standing = { edition: 0, answers: new Map(), seen: new Map() };
  readonly #past = new Map<string, Said>();
  readonly #files: string[] = [];
  #clock = 0;

  take(command: Command): void {
    if (command.do === "edit") this.#edit(command);
    if (command.do === "export") this.#files.push(this.exported());
    if (command.do === "import") this.#import(command);
    if (command.do === "confirm") this.#confirm(command);
    if (command.do === "upgrade") {
      this.standing.edition = command.edition;
      this.log.push({ is: "upgraded", edition: command.edition });
    }
    if (command.do === "see") {
      this.standing.seen.set(command.question, command.level);
      this.log.push({ is: "seen", question: command.question, level: command.level });
    }
  }

  exported(): string {
    const rows = QUESTIONS.map((question) => ({
      ...rowFixture(question, this.standing.answers.get(question) ?? null),
      meaning: meaningOf(asks(question, this.standing.edition)),
    }));
    return JSON.stringify(documentOf(HEAD, rows));
  }

  #edit({ by, question, said, behind }: Extract<Command, { do: "edit" }>): void {
    const version = this.standing.answers.get(question)?.version ?? 0;
    if (!asks(question, this.standing.edition).removed) this.#write(question, said, by, Math.max(0, version - behind));
  }

  #import({ by, file, filled, takes }: Extract<Command, { do: "import" }>): void {
    const source = this.#files[file % Math.max(1, this.#files.length)];
    if (source === undefined) return;
    const document = JSON.parse(source) as ReturnType<typeof documentOf>;
    for (const [question, said] of filled) {
      const row = document.answers.find((each) => each.question === question);
      const level = said.notApplicable ? "does not apply" : said.maturity;
      if (row) Object.assign(row, { level, comment: said.comment, confidence: said.confidence });
    }
    const read = withoutDoubles(readDocument(document), () => false);
    const known = (question: string) => {
      const asked = asks(question, this.standing.edition);
      return {
        asked: asked.removed ? ("removed" as const) : { meaning: meaningOf(asked) },
        stored: this.standing.answers.get(question) ?? null,
        atVersion: (version: number) => this.#past.get(`${question} ${version}`) ?? null,
      };
    };
    for (const [at, { question, is, mine, theirs }] of mergeRows(read.rows, known, true).rows.entries()) {
      const decided =
        is === "changed" || ((is === "conflict" || is === "asked-differently") && takes[at % takes.length]);
      if (mine && decided) this.#write(question, mine, by, theirs?.version ?? 0);
    }
  }

  #confirm({ by, questions }: Extract<Command, { do: "confirm" }>): void {
    for (const question of questions) {
      const answer = this.standing.answers.get(question);
      const asked = asks(question, this.standing.edition);
      if (!answer || asked.removed || !formerWording(answer.asked, asked, `${this.standing.edition}`)) continue;
      this.#write(question, answer, by, answer.version);
    }
  }

  #write(question: string, { maturity, notApplicable, comment, confidence }: Said, by: string, seen: number): void {
    const version = this.standing.answers.get(question)?.version ?? 0;
    if (version !== seen) return;
    const said = { maturity, notApplicable, comment, confidence };
    const at = new Date(Date.UTC(2026, 0, 1) + this.#clock++).toISOString();
    const asked = wordingOf(asks(question, this.standing.edition), `${this.standing.edition}`);
    this.standing.answers.set(question, { ...said, version: version + 1, by, at, asked });
    this.#past.set(`${question} ${version + 1}`, said);
    this.acknowledged.push(JSON.stringify([question, version + 1, said]));
    this.log.push({ is: "answered", question, said, by, at });
  }
}

/** Where an assessment stands, out of its log alone. */
export function replay(log: readonly Logged[]): Standing {
  const standing: Standing = { edition: 0, answers: new Map(), seen: new Map() };
  for (const entry of log) {
    if (entry.is === "upgraded") standing.edition = entry.edition;
    if (entry.is === "seen") standing.seen.set(entry.question, entry.level);
    if (entry.is !== "answered") continue;
    const { question, said, by, at } = entry;
    const version = (standing.answers.get(question)?.version ?? 0) + 1;
    const asked = wordingOf(asks(question, standing.edition), `${standing.edition}`);
    standing.answers.set(question, { ...said, version, by, at, asked });
  }
  return standing;
}

/** What people see of it: what counts, what waits to be confirmed, what is proposed, what is no longer asked. */
export function viewOf({ edition, answers, seen }: Standing) {
  return QUESTIONS.map((question) => {
    const answer = answers.get(question) ?? null;
    const asked = asks(question, edition);
    const former = answer && formerWording(answer.asked, asked, `${edition}`);
    const standing = asked.removed ? "no longer asked" : former ? "to confirm" : answer ? "answered" : "open";
    return { question, standing, answer, former, proposal: answer ? null : (seen.get(question) ?? null) };
  });
}

/** Whether two answers are the same to a person. */
export function sameSaid(a: Said | null, b: Said | null): boolean {
  return a === null || b === null ? a === b : saysTheSame(a, b);
}
