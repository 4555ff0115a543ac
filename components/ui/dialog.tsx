"use client";

import { X } from "lucide-react";
import { Dialog as Parts } from "radix-ui";
import type { ReactNode } from "react";

type Props = {
  title: string;
  description?: string;
  /** What opens it; leave it out where `open` is kept outside. */
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
};

/** Stands over the page, holds the focus, closes by Escape and gives the focus back. */
export function Dialog({ title, description, trigger, open, onOpenChange, children }: Props) {
  return (
    <Parts.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Parts.Trigger asChild>{trigger}</Parts.Trigger>}
      <Parts.Portal>
        <Parts.Overlay className="fixed inset-0 z-40 bg-scrim" />
        <Parts.Content
          {...(description ? {} : { "aria-describedby": undefined })}
          className="fixed inset-x-0 bottom-0 z-50 mx-auto flex max-h-[88dvh] w-full max-w-2xl flex-col rounded-t-panel border border-hairline bg-surface shadow-overlay outline-none sm:bottom-auto sm:top-[8dvh] sm:max-h-[80dvh] sm:w-[calc(100%-2rem)] sm:rounded-panel"
        >
          <header className="flex items-start gap-4 border-hairline border-b px-5 py-4">
            <div className="min-w-0 flex-1">
              <Parts.Title className="text-base font-strong">{title}</Parts.Title>
              {description && <Parts.Description className="mt-0.5 text-muted">{description}</Parts.Description>}
            </div>
            <Parts.Close
              aria-label="Close"
              className="-mr-1.5 grid size-8 place-items-center rounded-control text-muted hover:bg-sunken hover:text-ink"
            >
              <X aria-hidden size={18} />
            </Parts.Close>
          </header>
          <div className="min-h-0 overflow-y-auto overscroll-contain px-5 py-4">{children}</div>
        </Parts.Content>
      </Parts.Portal>
    </Parts.Root>
  );
}
