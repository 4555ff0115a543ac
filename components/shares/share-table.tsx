"use client";

import { useRouter } from "next/navigation";
import { useOutcome } from "#components/forms/use-outcome.ts";
import { Button } from "#components/ui/button.tsx";
import { TableFrame } from "#components/ui/table-frame.tsx";
import { formatDate } from "#lib/presentation/dates.ts";
import { PROFILES, type RevokeShare, type ShareLine } from "./shares.ts";

type Props = { shares: readonly ShareLine[]; revoke?: RevokeShare };

/** Every link that was made, and how it stands. */
export function ShareTable({ shares, revoke }: Props) {
  const router = useRouter();
  const { run, refused, pending } = useOutcome<unknown>(() => router.refresh());
  return (
    <>
      <p role="status" className="text-sm empty:hidden">
        {refused ? `${refused.message} ${refused.detail}` : ""}
      </p>
      <TableFrame label="Share links">
        <table className="data-table min-w-[44rem]">
          <thead>
            <tr>
              <th scope="col">For whom</th>
              <th scope="col">Shows</th>
              <th scope="col">Made</th>
              <th scope="col">State</th>
              {revoke && <th scope="col">End it</th>}
            </tr>
          </thead>
          <tbody>
            {shares.map((share) => (
              <tr key={share.id} className={share.state === "open" ? undefined : "text-muted"}>
                <th scope="row" className="wrap-anywhere">
                  {share.name}
                </th>
                <td>{PROFILES[share.profile].label}</td>
                <td>
                  {formatDate(share.createdOn)} by {share.by}
                </td>
                <td>{sayState(share)}</td>
                {revoke && (
                  <td>
                    {(share.state === "open" || share.state === "closed") && (
                      <Button
                        size="small"
                        pending={pending}
                        aria-label={`Revoke the link for ${share.name}`}
                        onClick={() => run(() => revoke(share.id))}
                      >
                        Revoke
                      </Button>
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </>
  );
}

function sayState({ state, endsOn, revokedBy, by }: ShareLine): string {
  if (state === "revoked") return `revoked by ${revokedBy ?? "somebody"}`;
  if (state === "over") return `over since ${formatDate(endsOn)}`;
  if (state === "closed") return `closed: ${by} may not share any more`;
  return `open until ${formatDate(endsOn)}`;
}
