import { Check, CloudOff, TriangleAlert } from "lucide-react";
import { BusyMark } from "#components/ui/busy-mark.tsx";
import type { Autosave } from "./autosave.ts";
import { missingIn } from "./question-item.ts";

/** Where what was typed stands: told in a line, and announced. */
export function SaveStatus({ state, onRetry }: { state: Autosave; onRetry: () => void }) {
  const { icon, text } = say(state);
  const again = state.status === "offline" || state.status === "refused";
  return (
    <div className="flex min-h-7 flex-wrap items-center gap-x-3 text-muted">
      <p role="status" className="flex items-center gap-2">
        {icon}
        {text}
      </p>
      {again && (
        <button
          type="button"
          onClick={onRetry}
          className="min-h-6 rounded-small text-accent underline underline-offset-[3px]"
        >
          Try again now
        </button>
      )}
    </div>
  );
}

function say(state: Autosave) {
  switch (state.status) {
    case "still":
      return { icon: null, text: "" };
    case "waiting":
    case "saving":
      return { icon: <BusyMark size={15} />, text: "Saving" };
    case "saved":
      return { icon: <Check aria-hidden size={15} />, text: `Saved at ${clockOf(state.savedAt)}` };
    case "incomplete":
      return { icon: null, text: `Not saved yet. ${missingIn(state.draft) ?? ""}` };
    case "offline":
      return { icon: <CloudOff aria-hidden size={15} />, text: "Not saved yet: no connection. Kept in this browser." };
    case "refused":
      return {
        icon: <TriangleAlert aria-hidden size={15} />,
        text: `Not saved: ${[state.refused?.message, state.refused?.detail].filter(Boolean).join(" ")} Kept in this browser.`,
      };
    case "conflict":
      return {
        icon: <TriangleAlert aria-hidden size={15} />,
        text: "Not saved: somebody answered meanwhile. Choose above.",
      };
  }
}

/** The reader's own clock; nothing on the server draws this. */
function clockOf(iso: string | null): string {
  return iso ? new Date(iso).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hour12: false }) : "";
}
