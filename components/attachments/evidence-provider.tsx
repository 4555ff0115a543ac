"use client";

import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { EvidenceActions, EvidenceView } from "./evidence-data.ts";

type Known = {
  view: EvidenceView;
  /** Null: here it is only read. */
  actions: EvidenceActions | null;
  /** Where files go and come from: ".../evidence/files". */
  filesUrl: string;
  /** Reads anew what was brought; what is shown stays where that fails. */
  reload: () => Promise<void>;
};

const Context = createContext<Known | null>(null);

/** What the page knows of the evidence of an assessment, for the list of questions and for the one in focus. */
export function EvidenceProvider({
  view,
  actions,
  filesUrl,
  children,
}: Omit<Known, "reload"> & { children: ReactNode }) {
  const [newer, setNewer] = useState<EvidenceView | null>(null);
  const known = useMemo<Known>(
    () => ({
      ...{ view: newer ?? view, actions, filesUrl },
      reload: async () => {
        const outcome = await actions?.read().catch(() => null);
        if (outcome?.ok) setNewer(outcome.value);
      },
    }),
    [newer, view, actions, filesUrl],
  );
  return <Context value={known}>{children}</Context>;
}

/** Null outside of a provider: nothing can be brought there. */
export function useEvidence(): Known | null {
  return useContext(Context);
}
