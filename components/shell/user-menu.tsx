import Link from "next/link";
import type { ReactNode } from "react";
import { Popover } from "#components/ui/popover.tsx";
import type { Theme } from "#components/ui/theme.ts";
import { ThemeSwitch } from "#components/ui/theme-switch.tsx";

type Props = { name: string; email: string; accountHref: string; theme: Theme; signOut: ReactNode };

/** Who is signed in: their account, their theme, the way out. */
export function UserMenu({ name, email, accountHref, theme, signOut }: Props) {
  return (
    <Popover
      label="Your account"
      trigger={
        <button
          type="button"
          className="flex h-10 w-full items-center gap-2.5 rounded-control px-2 text-left hover:bg-hairline/50"
        >
          <span
            aria-hidden
            className="grid size-6 shrink-0 place-items-center rounded-round bg-depth-container text-xs"
          >
            {name.trim().charAt(0).toUpperCase()}
          </span>
          <span className="min-w-0 flex-1 truncate">{name}</span>
        </button>
      }
    >
      <p className="font-strong">{name}</p>
      <p className="wrap-anywhere text-muted text-xs">{email}</p>
      <div className="my-3 flex items-center justify-between gap-3 border-hairline border-y py-2.5">
        <span>Theme</span>
        <ThemeSwitch theme={theme} />
      </div>
      <div className="-mx-2 -mb-2 flex flex-col *:min-h-9">
        <Link href={accountHref} className="flex items-center rounded-control px-2 hover:bg-sunken">
          Account and sessions
        </Link>
        {signOut}
      </div>
    </Popover>
  );
}
