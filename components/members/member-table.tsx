"use client";
import { useRouter } from "next/navigation";
import { useOutcome } from "#components/forms/use-outcome.ts";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { TableFrame } from "#components/ui/table-frame.tsx";
import type { Role } from "#lib/access/permissions.ts";
import type { Outcome } from "#lib/contracts/refusal.ts";
import { MemberChange } from "./member-change.tsx";

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
                {mayChange ? (
                  <MemberChange
                    name={name}
                    role={role}
                    onRole={(next) => run(() => changeRole(id, next))}
                    onRemove={() => run(() => remove(id))}
                  />
                ) : (
                  <td>{role}</td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </div>
  );
}
