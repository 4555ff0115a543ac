"use client";

import { Paperclip } from "lucide-react";
import { useEvidence } from "./evidence-provider.tsx";

/** Beside a question in the list: how much evidence of it speaks. */
export function EvidenceMark({ question }: { question: string }) {
  const items = useEvidence()?.view.items ?? [];
  const valid = items.filter((item) => item.question === question && item.standing === "valid").length;
  if (valid === 0) return null;
  return (
    <span className="mt-0.5 flex shrink-0 items-center gap-1 text-xs">
      <Paperclip aria-hidden size={13} />
      <span aria-hidden>{valid}</span>
      <span className="sr-only">{valid === 1 ? "1 piece of evidence" : `${valid} pieces of evidence`}</span>
    </span>
  );
}
