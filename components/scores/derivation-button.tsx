"use client";

import type { ReactNode } from "react";
import { Dialog } from "#components/ui/dialog.tsx";
import type { Derivation } from "#lib/scoring/score.ts";
import { DerivationTree } from "./derivation-tree.tsx";
import { FetchedDerivation } from "./fetched-derivation.tsx";

/** A derivation that is asked for when somebody opens it: its label, and where it is. */
export type DistantDerivation = { label: string; href: string };

/** A number that opens how it was computed. */
export function DerivationButton({
  derivation,
  children,
}: {
  derivation: Derivation | DistantDerivation;
  children: ReactNode;
}) {
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
      {"href" in derivation ? <FetchedDerivation href={derivation.href} /> : <DerivationTree derivation={derivation} />}
    </Dialog>
  );
}
