"use client";
import { useRouter } from "next/navigation";
import { useOutcome } from "#components/forms/use-outcome.ts";
import { ActionButton } from "#components/ui/action-button.tsx";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import type { Outcome } from "#lib/contracts/refusal.ts";
import { formatTime } from "#lib/presentation/dates.ts";

type Props = {
  sessions: readonly { id: string; since: string; until: string; device: string; isCurrent: boolean }[];
  revoke: (session: string) => Promise<Outcome<unknown>>;
};

export function SessionList({ sessions, revoke }: Props) {
  const router = useRouter();
  const { run, refused } = useOutcome(() => router.refresh());
  return (
    <div className="grid gap-3">
      {refused ? <ErrorNotice title={refused.message} detail={refused.detail} /> : null}
      <ul className="grid gap-2">
        {sessions.map(({ id, since, until, device, isCurrent }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-3 rounded-panel border border-hairline px-4 py-3"
          >
            <div>
              <p className="font-strong">
                {device}
                {isCurrent ? <span className="font-normal text-muted"> · this one</span> : null}
              </p>
              <p className="text-muted">
                since {formatTime(since)}, until {formatTime(until)}
              </p>
            </div>
            <ActionButton
              action={() => run(() => revoke(id))}
              pendingLabel="Ending"
              aria-label={`End the session of ${device} since ${formatTime(since)}`}
            >
              End session
            </ActionButton>
          </li>
        ))}
      </ul>
    </div>
  );
}
