import { redirect } from "next/navigation";
import { requireSession } from "#app/door/reader.ts";
import { readAccount } from "#lib/server/services/account/read-account.ts";

/** The root leads to the organization that one is a member of. */
export default async function Root() {
  const { userId } = await requireSession();
  const [first] = (await readAccount(userId, {})).memberships;
  redirect(first ? `/${first.organization}` : "/account");
}
