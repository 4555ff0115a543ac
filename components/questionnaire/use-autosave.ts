"use client";

import { useCallback, useEffect, useReducer, useRef } from "react";
import { type Autosave, type AutosaveEvent, autosave, isUnsaved, startAutosave } from "./autosave.ts";
import { findInBrowser, forgetInBrowser, keepInBrowser } from "./kept-in-browser.ts";
import type { Draft, QuestionItem, StoredAnswer } from "./question-item.ts";
import { replyOf, type SaveAnswer } from "./reply-of.ts";

const PAUSE = 600;
const RETRY = 8_000;

type All = Readonly<Record<string, Autosave>>;
type Addressed = { question: string; event: AutosaveEvent };

function reduceAll(all: All, { question, event }: Addressed): All {
  const state = all[question];
  if (!state) return all;
  const next = autosave(state, event);
  return next === state ? all : { ...all, [question]: next };
}

/** Saves every answer by itself, a moment after typing; keeps what is not acknowledged in this browser meanwhile. */
export function useAutosave(assessment: string, items: readonly QuestionItem[], save: SaveAnswer) {
  const [all, dispatch] = useReducer(reduceAll, items, (each) =>
    Object.fromEntries(each.map(({ question, answer }) => [question.id, startAutosave(answer)])),
  );
  const tell = useCallback((question: string, event: AutosaveEvent) => dispatch({ question, event }), []);
  const held = useRef<string>(null);
  useRestored(assessment, items, held, tell);
  useKept(assessment, all);
  useSending(all, save, tell);
  useClock(all, tell);
  return {
    stateOf: (question: string): Autosave => all[question] ?? startAutosave(null),
    type: (question: string, draft: Draft) => tell(question, { type: "typed", draft }),
    /** Sends what waits without the pause: on leaving a question, on "Try again". */
    flush: (question: string) => tell(question, { type: "due" }),
    merge: (question: string, event: Extract<AutosaveEvent, { type: "chose" | "merged" }>) => tell(question, event),
    /** Somebody else's answer has come. */
    see: (question: string, answer: StoredAnswer) =>
      tell(question, { type: "refreshed", answer, held: held.current === question }),
    /** The person is in the field of a question, or has left it: what others wrote meanwhile is shown then. */
    hold: (question: string, inside: boolean) => {
      if (inside) held.current = question;
      else if (held.current === question) held.current = null;
      if (!inside) tell(question, { type: "released" });
    },
  };
}

type Tell = (question: string, event: AutosaveEvent) => void;

/** On first sight: what this browser kept. On later ones: what the portal has by now. */
function useRestored(
  assessment: string,
  items: readonly QuestionItem[],
  held: { readonly current: string | null },
  tell: Tell,
) {
  const first = useRef(true);
  useEffect(() => {
    for (const { question, answer } of items) {
      if (!first.current) tell(question.id, { type: "refreshed", answer, held: held.current === question.id });
      const kept = first.current ? findInBrowser(assessment, question.id) : null;
      if (kept) tell(question.id, { type: "restored", ...kept });
    }
    first.current = false;
  }, [assessment, items, held, tell]);
}

function useKept(assessment: string, all: All) {
  const before = useRef(all);
  useEffect(() => {
    for (const [question, state] of Object.entries(all)) {
      if (before.current[question] === state) continue;
      if (isUnsaved(state)) keepInBrowser(assessment, question, { draft: state.draft, version: state.version });
      else forgetInBrowser(assessment, question);
    }
    before.current = all;
  }, [assessment, all]);
}

/** Sends each draft that begins to be sent, once. */
function useSending(all: All, save: SaveAnswer, tell: Tell) {
  const sent = useRef(new Map<string, Draft>());
  useEffect(() => {
    for (const [question, { sending, version }] of Object.entries(all)) {
      if (!sending) sent.current.delete(question);
      if (!sending || sent.current.get(question) === sending) continue;
      sent.current.set(question, sending);
      save({ question, version, ...sending }).then(
        (outcome) => tell(question, replyOf(outcome)),
        () => tell(question, { type: "lost" }),
      );
    }
  }, [all, save, tell]);
}

/** The pause after typing, and another try once the connection is back or some seconds have passed. */
function useClock(all: All, tell: Tell) {
  useEffect(() => {
    const of = (status: Autosave["status"]) => Object.keys(all).filter((question) => all[question]?.status === status);
    const send = (questions: readonly string[]) => () => {
      for (const question of questions) tell(question, { type: "due" });
    };
    const [waiting, offline] = [of("waiting"), of("offline")];
    const timers = [
      ...(waiting.length > 0 ? [setTimeout(send(waiting), PAUSE)] : []),
      ...(offline.length > 0 ? [setTimeout(send(offline), RETRY)] : []),
    ];
    const onOnline = send(offline);
    window.addEventListener("online", onOnline);
    return () => {
      timers.forEach(clearTimeout);
      window.removeEventListener("online", onOnline);
    };
  }, [all, tell]);
}
