import { type Merge, mergedDraft, startMerge } from "./merge/merge.ts";
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
  /** How the two answers of the conflict become one, as far as the person has chosen. */
  merge: Merge | null;
  /** What somebody else wrote while the person was in the field: shown once they leave it. */
  newer: StoredAnswer | null;
  /** The stored answer that was adopted last; null: what stands here was written here, or nothing is stored. */
  adopted: StoredAnswer | null;
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
  /** The person chooses between the two texts, and keeps what the choices make. */
  | { type: "chose"; merge: Merge }
  | { type: "merged" }
  /** What the portal has by now; `held`: the person is in the field, and nothing may change under their hands. */
  | { type: "refreshed"; answer: StoredAnswer | null; held?: boolean }
  /** The person has left the field. */
  | { type: "released" }
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
    merge: null,
    newer: null,
    adopted: answer,
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
    case "chose":
      return state.conflict ? { ...state, merge: event.merge } : state;
    case "merged":
      return merged(state);
    case "refreshed":
      return refreshed(state, event.answer, event.held ?? false);
    case "released":
      return state.newer ? refreshed({ ...state, newer: null }, state.newer, false) : state;
    case "restored":
      return afterTyping({ ...state, draft: event.draft, version: event.version });
  }
}

function afterTyping(state: Autosave): Autosave {
  if (state.conflict || state.sending) return state;
  if (!isUnsaved(state)) return { ...state, status: state.savedAt ? "saved" : "still", refused: null };
  return { ...state, status: missingIn(state.draft) ? "incomplete" : "waiting", refused: null };
}

function acknowledged(state: Autosave, version: number, at: string): Autosave {
  if (!state.sending) return state;
  const next = { ...state, kept: state.sending, version, savedAt: at, sending: null, adopted: null };
  return afterTyping({ ...next, newer: isAfter(state.newer, version) ? state.newer : null, status: "saved" });
}

const isAfter = (answer: StoredAnswer | null, version: number) => (answer?.version ?? 0) > version;

/** The same text from two sides is no conflict. */
function conflicted(state: Autosave, stored: StoredAnswer): Autosave {
  const theirs = draftOf(stored);
  if (sameDraft(state.draft, theirs)) return { ...startAutosave(stored), status: "saved", savedAt: stored.at };
  const merge = state.merge ?? startMerge(state.kept, state.draft, theirs);
  return { ...state, sending: null, status: "conflict", conflict: stored, merge, newer: null };
}

/** What the choices make is typed text like any other: it is sent over the version that the person has seen now. */
function merged(state: Autosave): Autosave {
  const { conflict, merge } = state;
  if (!conflict || !merge) return state;
  const theirs = draftOf(conflict);
  const { draft, missing } = mergedDraft(merge, { base: state.kept, mine: state.draft, theirs });
  if (missing) return state;
  const next = { ...startAutosave(conflict), draft };
  return sameDraft(draft, theirs) ? { ...next, status: "saved", savedAt: conflict.at } : afterTyping(next);
}

/**
 * Adopts what the portal has, unless something unsaved stands here: then the version stays, so that the portal notices. A
 * conflict that is being settled goes on with the newest text of the others; what was chosen stays chosen.
 */
function refreshed(state: Autosave, answer: StoredAnswer | null, held: boolean): Autosave {
  if (state.sending || !answer || !isAfter(answer, state.version)) return state;
  if (state.conflict) return isAfter(answer, state.conflict.version) ? conflicted(state, answer) : state;
  if (isUnsaved(state)) return sameDraft(state.draft, draftOf(answer)) ? startAutosave(answer) : state;
  if (held && !sameDraft(state.draft, draftOf(answer))) return { ...state, newer: answer };
  return startAutosave(answer);
}
