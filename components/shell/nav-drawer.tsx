"use client";

import { Menu, X } from "lucide-react";
import { Dialog } from "radix-ui";
import { type ReactNode, useState } from "react";
import type { NavGroup } from "./navigation.ts";
import { SideNav } from "./side-nav.tsx";

type Props = { groups: readonly NavGroup[]; head: ReactNode; foot: ReactNode };

/** The navigation on a phone: slides over the page, closes when one goes somewhere. */
export function NavDrawer({ groups, head, foot }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger
        aria-label="Open navigation"
        className="-ml-2 grid size-10 place-items-center rounded-control hover:bg-hairline/50"
      >
        <Menu aria-hidden size={20} />
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-scrim" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-y-0 left-0 z-50 flex w-72 max-w-[86vw] flex-col gap-4 bg-sunken p-3 shadow-overlay outline-none"
        >
          <div className="flex items-center justify-between gap-2">
            <Dialog.Title className="sr-only">Navigation</Dialog.Title>
            <div className="min-w-0 flex-1">{head}</div>
            <Dialog.Close
              aria-label="Close navigation"
              className="grid size-9 place-items-center rounded-control text-muted hover:bg-hairline/50"
            >
              <X aria-hidden size={18} />
            </Dialog.Close>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto">
            <SideNav groups={groups} onNavigate={() => setOpen(false)} />
          </div>
          {foot}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
