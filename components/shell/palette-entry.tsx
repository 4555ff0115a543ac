import { Command } from "cmdk";
import { CornerDownLeft } from "lucide-react";
import type { PaletteItem } from "./navigation.ts";

/** One thing that the palette can go to. */
export function PaletteEntry({ item, onGo }: { item: PaletteItem; onGo: (item: PaletteItem) => void }) {
  return (
    <Command.Item
      value={`${item.group} ${item.href}`}
      keywords={[item.title, item.hint ?? "", item.group, ...(item.keywords ?? [])]}
      onSelect={() => onGo(item)}
      className="group flex min-h-9 cursor-pointer items-center gap-3 rounded-control px-2.5 data-[selected=true]:bg-sunken data-[selected=true]:shadow-[inset_2px_0_0_var(--accent)]"
    >
      <span className="min-w-0 flex-1 truncate">{item.title}</span>
      {item.hint && <span className="truncate text-muted text-xs">{item.hint}</span>}
      <CornerDownLeft aria-hidden size={14} className="invisible text-muted group-data-[selected=true]:visible" />
    </Command.Item>
  );
}
