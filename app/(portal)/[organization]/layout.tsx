import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { read, requireActor, requireSession } from "#app/door/reader.ts";
import { AppShell } from "#components/shell/app-shell.tsx";
import { organizationNavigation, organizationPalette } from "#components/shell/organization-navigation.ts";
import { SignOutButton } from "#components/shell/sign-out-button.tsx";
import { UserMenu } from "#components/shell/user-menu.tsx";
import { THEME_COOKIE, themeOf } from "#components/ui/theme.ts";
import { readOrganization } from "#lib/server/services/organizations/read-organization.ts";

type Props = { children: ReactNode; params: Promise<{ organization: string }> };

export default async function OrganizationLayout({ children, params }: Props) {
  const { organization } = await params;
  const [{ email }, view] = [
    await requireSession(),
    await read(readOrganization(await requireActor(organization), {})),
  ];
  const theme = themeOf((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <AppShell
      organization={{ name: view.name, href: `/${view.slug}` }}
      otherOrganizations={view.others.map(({ slug, name }) => ({ name, href: `/${slug}` }))}
      nav={organizationNavigation(view.slug, view.assessments, view.unreadMentions)}
      palette={organizationPalette(view.slug, view.assessments, view.member.role)}
      user={
        <UserMenu
          name={view.member.name}
          email={email}
          accountHref="/account"
          theme={theme}
          signOut={<SignOutButton />}
        />
      }
    >
      {children}
    </AppShell>
  );
}
