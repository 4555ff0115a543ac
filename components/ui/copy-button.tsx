"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";

/** Copies a text; says whether it did. */
export function CopyButton({ text, label = "Copy" }: { text: string; label?: string }) {
  const [said, setSaid] = useState<"" | "Copied" | "Select and copy by hand">("");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid("Copied");
    } catch {
      // Not every page may write to the clipboard: plain HTTP may not.
      setSaid("Select and copy by hand");
    }
  };
  return (
    <button
      type="button"
      onClick={copy}
      onBlur={() => setSaid("")}
      className="inline-flex h-7 items-center gap-1.5 rounded-small px-2 text-muted text-xs hover:bg-hairline/60 hover:text-ink"
    >
      {said === "Copied" ? <Check aria-hidden size={14} /> : <Copy aria-hidden size={14} />}
      <span role="status">{said || label}</span>
    </button>
  );
}
