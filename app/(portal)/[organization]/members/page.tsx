import type { Metadata } from "next";
import { read, requireActor } from "#app/door/reader.ts";
import { MemberTable } from "#components/members/member-table.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { can } from "#lib/access/permissions.ts";
import { formatThings } from "#lib/presentation/numbers.ts";
import { listMembers } from "#lib/server/services/members/list-members.ts";
import { readOrganization } from "#lib/server/services/organizations/read-organization.ts";
import { changeRoleAction, removeMemberAction } from "./actions.ts";

export const metadata: Metadata = { title: "Members" };

export default async function MembersPage({ params }: { params: Promise<{ organization: string }> }) {
  const { organization } = await params;
  const actor = await requireActor(organization);
  const [view, members] = [await read(readOrganization(actor, {})), await read(listMembers(actor, {}))];
  return (
    <>
      <PageHeader
        title={`${formatThings(members.length, "person", "people")} can see ${view.name}`}
        lede="A change of role, or a removal, takes effect with the person's next click."
      />
      <MemberTable
        members={members}
        mayChange={can(view.member.role, "members.write")}
        changeRole={changeRoleAction.bind(null, organization)}
        remove={removeMemberAction.bind(null, organization)}
      />
    </>
  );
}
