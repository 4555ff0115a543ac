"use client";

import { Command } from "cmdk";
import { CornerDownLeft, Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { PaletteItem } from "./navigation.ts";
import { PALETTE_ASKED } from "./palette-button.tsx";
import { scoreMatch } from "./score-match.ts";

/** Everything reachable by typing: opens by Ctrl-K, Cmd-K or a PaletteButton. Once in the shell. */
export function CommandPalette({ items }: { items: readonly PaletteItem[] }) {
  const [open, setOpen] = useState(false);
  const router = useRouter();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey) || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      setOpen((was) => !was);
    };
    const onAsked = () => setOpen(true);
    window.addEventListener("keydown", onKey);
    window.addEventListener(PALETTE_ASKED, onAsked);
    return () => {
      window.removeEventListener("keydown", onKey);
      window.removeEventListener(PALETTE_ASKED, onAsked);
    };
  }, []);
  const go = (href: string) => {
    setOpen(false);
    router.push(href);
  };
  const groups = [...Map.groupBy(items, (item) => item.group)];
  return (
    <Command.Dialog
      open={open}
      onOpenChange={setOpen}
      label="Go to"
      filter={(_, search, keywords) => scoreMatch(search, keywords ?? [])}
      overlayClassName="fixed inset-0 z-40 bg-scrim"
      contentClassName="fixed inset-x-0 top-[10dvh] z-50 mx-auto w-[calc(100%-2rem)] max-w-xl overflow-hidden rounded-panel border border-hairline bg-surface shadow-overlay outline-none"
    >
      <div className="flex items-center gap-3 border-hairline border-b px-4">
        <Search aria-hidden size={18} className="shrink-0 text-muted" />
        <Command.Input
          placeholder="A page, a cluster, a finding, a question"
          className="h-12 w-full bg-transparent text-base outline-none placeholder:text-muted"
        />
      </div>
      <Command.List className="max-h-[52dvh] overflow-y-auto overscroll-contain p-2">
        <Command.Empty className="px-3 py-8 text-center text-muted">Nothing here has that name.</Command.Empty>
        {groups.map(([group, of]) => (
          <Command.Group
            key={group}
            heading={group}
            className="**:[[cmdk-group-heading]]:px-2.5 **:[[cmdk-group-heading]]:pt-3 **:[[cmdk-group-heading]]:pb-1 **:[[cmdk-group-heading]]:text-muted **:[[cmdk-group-heading]]:text-xs"
          >
            {of.map((item) => (
              <Command.Item
                key={item.href}
                value={`${item.group} ${item.href}`}
                keywords={[item.title, item.hint ?? "", item.group, ...(item.keywords ?? [])]}
                onSelect={() => go(item.href)}
                className="group flex min-h-9 cursor-pointer items-center gap-3 rounded-control px-2.5 data-[selected=true]:bg-sunken data-[selected=true]:shadow-[inset_2px_0_0_var(--accent)]"
              >
                <span className="min-w-0 flex-1 truncate">{item.title}</span>
                {item.hint && <span className="truncate text-muted text-xs">{item.hint}</span>}
                <CornerDownLeft
                  aria-hidden
                  size={14}
                  className="invisible text-muted group-data-[selected=true]:visible"
                />
              </Command.Item>
            ))}
          </Command.Group>
        ))}
      </Command.List>
    </Command.Dialog>
  );
}
