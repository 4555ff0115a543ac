import Link from "next/link";

export type LinkTab = { title: string; href: string; count?: number; current?: boolean };

/** Views with an address each. */
export function LinkTabs({ label, tabs }: { label: string; tabs: readonly LinkTab[] }) {
  return (
    <nav aria-label={label} className="flex gap-5 overflow-x-auto border-hairline border-b px-0.5 print:hidden">
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          aria-current={tab.current ? "page" : undefined}
          className="-mb-px flex h-9 shrink-0 items-center border-transparent border-b-2 text-muted hover:text-ink aria-[current]:border-ink aria-[current]:font-strong aria-[current]:text-ink"
        >
          {tab.title}
          {tab.count !== undefined && <span className="ml-1.5 font-normal text-muted">{tab.count}</span>}
        </Link>
      ))}
    </nav>
  );
}
