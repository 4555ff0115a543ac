import type { ReactNode } from "react";
import { SkipLink } from "#components/ui/skip-link.tsx";
import { CommandPalette } from "./command-palette.tsx";
import { NavDrawer } from "./nav-drawer.tsx";
import type { NavGroup, PaletteItem } from "./navigation.ts";
import { OrganizationHead, type OrganizationLink } from "./organization-head.tsx";
import { PaletteButton } from "./palette-button.tsx";
import { SideNav } from "./side-nav.tsx";

type Props = {
  organization: OrganizationLink;
  /** Other organizations that one is a member of. */
  otherOrganizations: readonly OrganizationLink[];
  /** Groups of the navigation; the current assessment's group bears its name as title. */
  nav: readonly NavGroup[];
  palette: readonly PaletteItem[];
  /** A UserMenu. */
  user: ReactNode;
  children: ReactNode;
};

/** The frame around every page of the portal: at the side on a desk, on top on a phone, gone on paper. */
export function AppShell({ organization, otherOrganizations, nav, palette, user, children }: Props) {
  const head = <OrganizationHead organization={organization} others={otherOrganizations} />;
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[15rem_minmax(0,1fr)] print:block">
      <SkipLink />
      <CommandPalette items={palette} />
      <header className="sticky top-0 z-30 flex h-14 items-center gap-2 border-hairline border-b bg-sunken px-4 lg:hidden print:hidden">
        <NavDrawer groups={nav} head={head} foot={user} />
        <p className="min-w-0 flex-1 truncate font-strong">{organization.name}</p>
        <PaletteButton compact />
      </header>
      <aside className="sticky top-0 hidden h-dvh flex-col gap-4 border-hairline border-r bg-sunken p-3 lg:flex print:hidden">
        {head}
        <PaletteButton />
        <div className="-mx-3 min-h-0 flex-1 overflow-y-auto px-3">
          <SideNav groups={nav} />
        </div>
        {user}
      </aside>
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full min-w-0 max-w-[80rem] px-4 pt-5 pb-20 outline-none sm:px-6 [&>*:not(header)+*]:mt-12 lg:px-10 lg:pt-7 print:max-w-none print:p-0"
      >
        {children}
      </main>
    </div>
  );
}
