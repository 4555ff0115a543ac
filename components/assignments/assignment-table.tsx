import { ProgressBar } from "#components/ui/progress-bar.tsx";
import { TableFrame } from "#components/ui/table-frame.tsx";
import { formatDate } from "#lib/presentation/dates.ts";
import type { AssignedLine, AssignedPerson } from "./assigned-line.ts";

type Props = {
  label: string;
  lines: readonly AssignedLine[];
  people: readonly AssignedPerson[];
  /** Null: not offered. */
  change: ((line: AssignedLine, member: string | null, dueOn: string | null) => void) | null;
  pending: boolean;
};

const CONTROL =
  "h-8 w-full rounded-control border border-rule/50 bg-surface px-2 text-sm hover:border-rule disabled:opacity-60";

/** A line each, with how far it is; who and until when are changed in place. */
export function AssignmentTable({ label, lines, people, change, pending }: Props) {
  return (
    <TableFrame label={label}>
      <table className="data-table min-w-[46rem] table-fixed">
        <thead>
          <tr>
            <th scope="col">{label === "Single questions" ? "Question" : label.slice(0, -1)}</th>
            <th scope="col" className="w-44">
              Answered
            </th>
            <th scope="col" className="w-52">
              Responsible
            </th>
            <th scope="col" className="w-44">
              Until
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.target}>
              <th scope="row" className="wrap-anywhere">
                {line.title}
              </th>
              <td>
                <ProgressBar
                  label={`Answered of ${line.title}`}
                  done={line.answered}
                  of={line.questions}
                  text={`${line.answered} of ${line.questions}`}
                  bare
                />
                <span className="text-muted text-xs">
                  {line.answered} of {line.questions}
                </span>
              </td>
              <td>
                {change ? (
                  <Person line={line} people={people} change={change} pending={pending} />
                ) : (
                  nameOf(line, people)
                )}
              </td>
              <td>
                {change ? (
                  <Until line={line} change={change} pending={pending} />
                ) : line.dueOn ? (
                  formatDate(line.dueOn)
                ) : (
                  "–"
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function nameOf({ member }: AssignedLine, people: readonly AssignedPerson[]): string {
  return people.find(({ id }) => id === member)?.name ?? "nobody";
}

type Changed = { line: AssignedLine; change: NonNullable<Props["change"]>; pending: boolean };

function Person({ line, people, change, pending }: Changed & Pick<Props, "people">) {
  return (
    <select
      aria-label={`Responsible for ${line.title}`}
      value={line.member ?? ""}
      disabled={pending}
      onChange={(event) => change(line, event.target.value || null, line.dueOn)}
      className={CONTROL}
    >
      <option value="">Nobody</option>
      {people.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}

/** Without somebody who is responsible there is nothing to be late with. */
function Until({ line, change, pending }: Changed) {
  return (
    <input
      type="date"
      aria-label={`${line.title} is due on`}
      defaultValue={line.dueOn ?? ""}
      key={line.dueOn ?? ""}
      disabled={pending || line.member === null}
      onBlur={(event) => {
        const day = event.target.value || null;
        if (line.member !== null && day !== line.dueOn) change(line, line.member, day);
      }}
      className={CONTROL}
    />
  );
}
