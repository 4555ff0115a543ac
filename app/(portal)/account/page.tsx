import type { Metadata } from "next";
import { read, requireSession } from "#app/door/reader.ts";
import { PasswordForm } from "#components/account/password-form.tsx";
import { SessionList } from "#components/account/session-list.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { readAccount } from "#lib/server/services/account/read-account.ts";
import { changePasswordAction, revokeSessionAction } from "./actions.ts";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
  const { userId, sessionId } = await requireSession();
  const account = await read(readAccount(userId, {}));
  const sessions = account.sessions.map((session) => ({ ...session, isCurrent: session.id === sessionId }));
  return (
    <main id="content" className="mx-auto grid max-w-3xl gap-10 px-6 py-10 [&>header]:mb-0">
      <PageHeader
        crumbs={[{ title: "Chartroom", href: "/" }, { title: "Your account" }]}
        title={account.name}
        lede={account.email}
      />
      <Section title="Organizations">
        <ul className="grid gap-1">
          {account.memberships.map(({ organization, organizationName, role }) => (
            <li key={organization}>
              <TextLink href={`/${organization}`}>{organizationName}</TextLink> as {role}
            </li>
          ))}
        </ul>
      </Section>
      <Section title="Sessions">
        <SessionList sessions={sessions} revoke={revokeSessionAction} />
      </Section>
      <Section title="Password">
        <PasswordForm action={changePasswordAction} />
      </Section>
    </main>
  );
}
