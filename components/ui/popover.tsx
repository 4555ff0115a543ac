"use client";

import { Popover as Parts } from "radix-ui";
import type { ReactNode } from "react";

type Props = { label: string; trigger: ReactNode; children: ReactNode; align?: "start" | "center" | "end" };

/** A small panel beside what opens it; the page stays usable. */
export function Popover({ label, trigger, children, align = "start" }: Props) {
  return (
    <Parts.Root>
      <Parts.Trigger asChild>{trigger}</Parts.Trigger>
      <Parts.Portal>
        <Parts.Content
          aria-label={label}
          align={align}
          sideOffset={6}
          collisionPadding={12}
          className="z-50 max-h-(--radix-popover-content-available-height) w-80 max-w-[calc(100vw-1.5rem)] overflow-y-auto rounded-panel border border-hairline bg-surface p-4 shadow-overlay"
        >
          {children}
        </Parts.Content>
      </Parts.Portal>
    </Parts.Root>
  );
}
