"use client";

import { useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { Derivation } from "#lib/scoring/score.ts";
import { DerivationTree } from "./derivation-tree.tsx";

/** Asks for a derivation once it is opened: down to each control it is longer than the rest of a page. */
export function FetchedDerivation({ href }: { href: string }) {
  const [derivation, setDerivation] = useState<Derivation | "asked" | "failed">("asked");
  useEffect(() => {
    if (derivation !== "asked") return;
    const asked = new AbortController();
    fetchDerivation(href, asked.signal).then(setDerivation, () => {
      if (!asked.signal.aborted) setDerivation("failed");
    });
    return () => asked.abort();
  }, [href, derivation]);
  if (derivation === "failed") {
    return (
      <div role="alert">
        <Notice action={<Button onClick={() => setDerivation("asked")}>Try again</Button>}>
          How this was computed could not be loaded.
        </Notice>
      </div>
    );
  }
  if (derivation === "asked") {
    return (
      <div role="status" aria-label="Loading how this was computed" className="grid gap-3">
        <Skeleton className="h-5 w-2/3" />
        <Skeleton className="h-5 w-full" />
        <Skeleton className="h-5 w-5/6" />
      </div>
    );
  }
  return <DerivationTree derivation={derivation} />;
}

async function fetchDerivation(href: string, signal: AbortSignal): Promise<Derivation> {
  const answer = await fetch(href, { signal });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
}
