"use client";

import type { ReactNode } from "react";
import { Dialog } from "#components/ui/dialog.tsx";
import type { Derivation } from "#lib/scoring/score.ts";
import { DerivationTree } from "./derivation-tree.tsx";

/** A number that opens how it was computed. */
export function DerivationButton({ derivation, children }: { derivation: Derivation; children: ReactNode }) {
  return (
    <Dialog
      title={`How "${derivation.label}" was computed`}
      description="Each number opens the numbers that it is made of; you can follow it with a pencil."
      trigger={
        <button
          type="button"
          className="min-h-6 rounded-small text-left underline decoration-1 decoration-rule decoration-dotted underline-offset-4 hover:decoration-ink hover:decoration-solid print:no-underline"
        >
          {children}
          <span className="sr-only">, how this was computed</span>
        </button>
      }
    >
      <DerivationTree derivation={derivation} />
    </Dialog>
  );
}
