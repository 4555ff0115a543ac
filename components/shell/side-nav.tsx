"use client";

import { usePathname } from "next/navigation";
import { formatCount } from "#lib/presentation/numbers.ts";
import { LinkFetchedOnApproach } from "./link-fetched-on-approach.tsx";
import { currentHref, groupsAt, type NavGroup } from "./navigation.ts";

/** The places of the portal, in groups; the one that one is at is marked. */
export function SideNav({ groups: all, onNavigate }: { groups: readonly NavGroup[]; onNavigate?: () => void }) {
  const path = usePathname();
  const groups = groupsAt(all, path);
  const here = currentHref(groups, path);
  return (
    <nav aria-label="Main" className="flex flex-col gap-5">
      {groups.map((group, at) => (
        <div key={group.title ?? `group ${at}`}>
          {group.title && <p className="mb-1 truncate px-2.5 text-muted text-xs">{group.title}</p>}
          <ul className="flex flex-col gap-px">
            {group.items.map((item) => (
              <li key={item.href}>
                <LinkFetchedOnApproach
                  href={item.href}
                  onClick={onNavigate}
                  aria-current={item.href === here ? "page" : undefined}
                  className="flex min-h-9 items-center gap-2.5 rounded-control px-2.5 text-muted hover:bg-hairline/50 hover:text-ink aria-[current]:bg-surface aria-[current]:font-strong aria-[current]:text-ink aria-[current]:ring-1 aria-[current]:ring-hairline lg:min-h-8"
                >
                  {item.icon && (
                    <span aria-hidden className="shrink-0 *:size-4">
                      {item.icon}
                    </span>
                  )}
                  <span className="min-w-0 flex-1 truncate">{item.title}</span>
                  {item.count !== undefined && item.count > 0 && (
                    <span className="font-normal text-muted text-xs">{formatCount(item.count)}</span>
                  )}
                </LinkFetchedOnApproach>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
