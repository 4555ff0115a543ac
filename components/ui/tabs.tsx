"use client";

import { Tabs as Parts } from "radix-ui";
import type { ReactNode } from "react";

export type Tab = { id: string; title: string; count?: number; content: ReactNode };

/** Views of the same thing; arrow keys move between them. Where a view deserves an address, use LinkTabs. */
export function Tabs({ label, tabs, initial }: { label: string; tabs: readonly Tab[]; initial?: string }) {
  return (
    <Parts.Root defaultValue={initial ?? tabs[0]?.id}>
      <Parts.List
        aria-label={label}
        className="flex gap-5 overflow-x-auto border-hairline border-b px-0.5 print:hidden"
      >
        {tabs.map((tab) => (
          <Parts.Trigger
            key={tab.id}
            value={tab.id}
            className="-mb-px h-9 shrink-0 border-transparent border-b-2 text-muted hover:text-ink data-[state=active]:border-ink data-[state=active]:font-strong data-[state=active]:text-ink"
          >
            {tab.title}
            {tab.count !== undefined && <span className="ml-1.5 font-normal text-muted">{tab.count}</span>}
          </Parts.Trigger>
        ))}
      </Parts.List>
      {tabs.map((tab) => (
        <Parts.Content key={tab.id} value={tab.id} className="pt-5">
          {tab.content}
        </Parts.Content>
      ))}
    </Parts.Root>
  );
}
