import { useRouter } from "next/navigation";
import { useOutcome } from "#components/forms/use-outcome.ts";
import { ActionButton } from "#components/ui/action-button.tsx";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { TableFrame } from "#components/ui/table-frame.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { Outcome } from "#lib/contracts/refusal.ts";
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

type Props = {
  lines: readonly ExceptionLine[];
  checksHref: string;
  /** Null: not offered. */
  end: ((exception: string) => Promise<Outcome<unknown>>) | null;
};

const HEADS = ["What it covers", "Matches", "Owner and reason", "Until"];

/** Exceptions, those that end first at the top; one that matches nothing has done its work. */
export function ExceptionTable({ lines, checksHref, end }: Props) {
  const router = useRouter();
  const { run, refused } = useOutcome(() => router.refresh());
  return (
    <div className="grid gap-3">
      {refused ? <ErrorNotice title={refused.message} detail={refused.detail} /> : null}
      <TableFrame label="Exceptions">
        <table className="data-table min-w-[52rem] table-fixed">
          <thead>
            <tr>
              {HEADS.map((head) => (
                <th key={head} scope="col" className={head === "Matches" ? "number w-24" : undefined}>
                  {head}
                </th>
              ))}
              {end ? (
                <th scope="col" className="w-24">
                  Change
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.id} className={line.state === "in force" ? undefined : "text-muted"}>
                <ExceptionCells line={line} checksHref={checksHref} />
                {end ? (
                  <td>
                    {line.state === "in force" ? (
                      <ActionButton
                        size="small"
                        variant="quiet"
                        action={() => run(() => end(line.id))}
                        aria-label={`End the exception from ${line.check} now`}
                      >
                        End now
                      </ActionButton>
                    ) : null}
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </div>
  );
}

function ExceptionCells({ line, checksHref }: { line: ExceptionLine; checksHref: string }) {
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
        <span className="block text-muted text-xs">{line.state}</span>
      </td>
    </>
  );
}
