import { TextLink } from "#components/ui/text-link.tsx";
import { formatDate } from "#lib/presentation/dates.ts";
import { formatCount } from "#lib/presentation/numbers.ts";
import { sayScope } from "#lib/presentation/sentences-of-exceptions.ts";

export type ExceptionLine = {
  id: string;
  check: string;
  kind: string;
  namespace: string;
  name: string;
  owner: string;
  reason: string;
  endsOn: string;
  by: string;
  state: "in force" | "run out" | "ended";
  matches: number | null;
};

export const EXCEPTION_HEADS = ["What it covers", "Matches", "Owner and reason", "Until"];

/** One exception: what it covers, how much that is, who answers for it and why, and until when. */
export function ExceptionCells({ line, checksHref }: { line: ExceptionLine; checksHref: string }) {
  return (
    <>
      <th scope="row" className="wrap-anywhere">
        <TextLink href={`${checksHref}/${line.check}`} prefetch={false} className="font-mono text-xs">
          {line.check}
        </TextLink>
        <span className="block">{sayScope(line)}</span>
      </th>
      <td className="number">{line.matches === null ? "no scan" : formatCount(line.matches)}</td>
      <td className="wrap-anywhere">
        <span className="font-strong">{line.owner}</span>
        <span className="block">{line.reason}</span>
        <span className="block text-muted text-xs">accepted by {line.by}</span>
      </td>
      <td>
        {formatDate(line.endsOn)}
        <span className="block text-muted text-xs">{sayState(line)}</span>
      </td>
    </>
  );
}

function sayState({ state, matches }: ExceptionLine): string {
  return state === "run out" && matches !== null && matches > 0 ? "run out: findings again" : state;
}
