import { ActionButton } from "#components/ui/action-button.tsx";
import { ROLES, type Role } from "#lib/access/permissions.ts";

type Props = {
  name: string;
  role: Role;
  onRole: (role: Role) => Promise<unknown>;
  onRemove: () => Promise<unknown>;
};

/** The two cells in which an admin changes a member: the role, and whether they belong at all. */
export function MemberChange({ name, role, onRole, onRemove }: Props) {
  return (
    <>
      <td>
        <select
          aria-label={`Role of ${name}`}
          className="h-8 rounded-control border border-rule bg-surface px-2"
          value={role}
          onChange={(event) => void onRole(event.target.value as Role)}
        >
          {ROLES.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </td>
      <td>
        <ActionButton size="small" variant="quiet" action={onRemove} aria-label={`Remove ${name}`}>
          Remove
        </ActionButton>
      </td>
    </>
  );
}
