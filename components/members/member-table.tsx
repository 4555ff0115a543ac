"use client";
import { useRouter } from "next/navigation";
import { useOutcome } from "#components/forms/use-outcome.ts";
import { ActionButton } from "#components/ui/action-button.tsx";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { TableFrame } from "#components/ui/table-frame.tsx";
import { ROLES, type Role } from "#lib/access/permissions.ts";
import type { Outcome } from "#lib/contracts/refusal.ts";

type Props = {
  members: readonly { id: string; name: string; email: string; role: Role; isSelf: boolean }[];
  mayChange: boolean;
  changeRole: (member: string, role: Role) => Promise<Outcome<unknown>>;
  remove: (member: string) => Promise<Outcome<unknown>>;
};

/** Who belongs to the organization, and in which role; admins change it here, with effect at once. */
export function MemberTable({ members, mayChange, changeRole, remove }: Props) {
  const router = useRouter();
  const { run, refused } = useOutcome(() => router.refresh());
  return (
    <div className="grid gap-3">
      {refused ? <ErrorNotice title={refused.message} detail={refused.detail} /> : null}
      <TableFrame label="Members">
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">E-mail</th>
              <th scope="col">Role</th>
              {mayChange ? <th scope="col">Change</th> : null}
            </tr>
          </thead>
          <tbody>
            {members.map(({ id, name, email, role, isSelf }) => (
              <tr key={id}>
                <th scope="row">{isSelf ? `${name} (you)` : name}</th>
                <td>{email}</td>
                <td>
                  {mayChange ? (
                    <select
                      aria-label={`Role of ${name}`}
                      className="h-8 rounded-control border border-rule bg-surface px-2"
                      value={role}
                      onChange={(event) => void run(() => changeRole(id, event.target.value as Role))}
                    >
                      {ROLES.map((each) => (
                        <option key={each}>{each}</option>
                      ))}
                    </select>
                  ) : (
                    role
                  )}
                </td>
                {mayChange ? (
                  <td>
                    <ActionButton
                      size="small"
                      variant="quiet"
                      action={() => run(() => remove(id))}
                      aria-label={`Remove ${name}`}
                    >
                      Remove
                    </ActionButton>
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
