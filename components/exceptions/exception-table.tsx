import { useRouter } from "next/navigation";
import { useOutcome } from "#components/forms/use-outcome.ts";
import { ActionButton } from "#components/ui/action-button.tsx";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { TableFrame } from "#components/ui/table-frame.tsx";
import type { Outcome } from "#lib/contracts/refusal.ts";
import { EXCEPTION_HEADS, ExceptionCells, type ExceptionLine } from "./exception-cells.tsx";

type Props = {
  lines: readonly ExceptionLine[];
  checksHref: string;
  /** Null: not offered. */
  end: ((exception: string) => Promise<Outcome<unknown>>) | null;
};

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
              {EXCEPTION_HEADS.map((head) => (
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
