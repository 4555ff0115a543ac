import { type Draft, draftOf, missingIn, type StoredAnswer, sameDraft } from "./question-item.ts";

export type Refused = { message: string; detail: string };

/**
 * - still: nothing was typed that is not kept · waiting: typed, about to be sent · incomplete: typed, cannot be sent yet
 * - saving: on its way · saved: acknowledged · offline: not reached, tried again · refused: the portal said no
 * - conflict: somebody else was faster; a person decides
 */
export type AutosaveStatus =
  | "still"
  | "waiting"
  | "incomplete"
  | "saving"
  | "saved"
  | "offline"
  | "refused"
  | "conflict";

export type Autosave = {
  status: AutosaveStatus;
  /** What stands on the screen. Never overwritten but by the person. */
  draft: Draft;
  /** What the portal has, as far as is known, and its version (0: no answer yet). */
  kept: Draft;
  version: number;
  /** What is on its way. */
  sending: Draft | null;
  savedAt: string | null;
  conflict: StoredAnswer | null;
  refused: Refused | null;
};

export type AutosaveEvent =
  | { type: "typed"; draft: Draft }
  /** The pause after typing is over, or a retry is due. */
  | { type: "due" }
  | { type: "acknowledged"; version: number; at: string }
  | { type: "lost" }
  | { type: "refused"; refused: Refused }
  | { type: "conflicted"; stored: StoredAnswer }
  /** The person keeps their own text over the other one, or takes the other one. */
  | { type: "kept-mine" }
  | { type: "took-theirs" }
  /** The page was drawn anew from what the portal has. */
  | { type: "refreshed"; answer: StoredAnswer | null }
  /** Found in this browser: typed earlier, never acknowledged; `version` is the one that its writer saw. */
  | { type: "restored"; draft: Draft; version: number };

export function startAutosave(answer: StoredAnswer | null): Autosave {
  const kept = draftOf(answer);
  return {
    status: "still",
    draft: kept,
    kept,
    version: answer?.version ?? 0,
    sending: null,
    savedAt: null,
    conflict: null,
    refused: null,
  };
}

/** Whether something stands on the screen that the portal has not acknowledged. */
export function isUnsaved(state: Autosave): boolean {
  return !sameDraft(state.draft, state.kept);
}

/** The next state. Pure; whoever runs it sends on "saving" and sets the clock on "waiting". */
export function autosave(state: Autosave, event: AutosaveEvent): Autosave {
  switch (event.type) {
    case "typed":
      return afterTyping({ ...state, draft: event.draft });
    case "due":
      if (state.sending || state.conflict || !isUnsaved(state) || missingIn(state.draft)) return state;
      return { ...state, status: "saving", sending: { ...state.draft }, refused: null };
    case "acknowledged":
      return acknowledged(state, event.version, event.at);
    case "lost":
      return { ...state, status: "offline", sending: null };
    case "refused":
      return { ...state, status: "refused", sending: null, refused: event.refused };
    case "conflicted":
      return conflicted(state, event.stored);
    case "kept-mine":
      return state.conflict ? afterTyping({ ...state, ...versionOf(state.conflict), conflict: null }) : state;
    case "took-theirs":
      return state.conflict ? { ...startAutosave(state.conflict), status: "saved", savedAt: state.conflict.at } : state;
    case "refreshed":
      return refreshed(state, event.answer);
    case "restored":
      return afterTyping({ ...state, draft: event.draft, version: event.version });
  }
}

function versionOf(stored: StoredAnswer) {
  return { kept: draftOf(stored), version: stored.version };
}

function afterTyping(state: Autosave): Autosave {
  if (state.conflict || state.sending) return state;
  if (!isUnsaved(state)) return { ...state, status: state.savedAt ? "saved" : "still", refused: null };
  return { ...state, status: missingIn(state.draft) ? "incomplete" : "waiting", refused: null };
}

function acknowledged(state: Autosave, version: number, at: string): Autosave {
  if (!state.sending) return state;
  return afterTyping({ ...state, kept: state.sending, version, savedAt: at, sending: null, status: "saved" });
}

/** The same text from two sides is no conflict. */
function conflicted(state: Autosave, stored: StoredAnswer): Autosave {
  const seen = { ...state, sending: null };
  if (sameDraft(state.draft, draftOf(stored))) return { ...startAutosave(stored), status: "saved", savedAt: stored.at };
  return { ...seen, status: "conflict", conflict: stored };
}

/** Adopts what the portal has, unless something unsaved stands here: then the version stays, so that the portal notices. */
function refreshed(state: Autosave, answer: StoredAnswer | null): Autosave {
  const version = answer?.version ?? 0;
  if (state.sending || isUnsaved(state) || version <= state.version) return state;
  return { ...startAutosave(answer), savedAt: null };
}
