"use client";

import { Command } from "cmdk";
import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import type { PaletteItem } from "./navigation.ts";
import { useOfferedInPalette } from "./page-palette.ts";
import { PaletteEntry } from "./palette-entry.tsx";
import { scoreMatch } from "./score-match.ts";
import { usePaletteOpen } from "./use-palette-open.ts";

/** Everything reachable by typing: opens by Ctrl-K, Cmd-K or a PaletteButton. Once in the shell. */
export function CommandPalette({ items }: { items: readonly PaletteItem[] }) {
  const [open, setOpen] = usePaletteOpen();
  const router = useRouter();
  const offered = useOfferedInPalette();
  const go = ({ href, go: here }: PaletteItem) => {
    setOpen(false);
    if (here) here();
    else router.push(href);
  };
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
          placeholder="A page, a cluster, an assessment"
          className="h-12 w-full bg-transparent text-base outline-none placeholder:text-muted"
        />
      </div>
      <Command.List className="max-h-[52dvh] overflow-y-auto overscroll-contain p-2">
        <Command.Empty className="px-3 py-8 text-center text-muted">Nothing here has that name.</Command.Empty>
        {[...Map.groupBy([...items, ...offered], (item) => item.group)].map(([group, of]) => (
          <Command.Group
            key={group}
            heading={group}
            className="**:[[cmdk-group-heading]]:px-2.5 **:[[cmdk-group-heading]]:pt-3 **:[[cmdk-group-heading]]:pb-1 **:[[cmdk-group-heading]]:text-muted **:[[cmdk-group-heading]]:text-xs"
          >
            {of.map((item) => (
              <PaletteEntry key={item.href} item={item} onGo={go} />
            ))}
          </Command.Group>
        ))}
      </Command.List>
    </Command.Dialog>
  );
}
