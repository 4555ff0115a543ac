import { useEffect, useEffectEvent } from "react";
import { isForQuestionnaire } from "./question-keys.ts";

/** Hears keys wherever the focus is, unless they belong to what has it. `onKey` answers whether the key meant something. */
export function useQuestionKeys(onKey: (key: string) => boolean): void {
  const hear = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat || !isForQuestionnaire(event)) return;
    if (onKey(event.key)) event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => hear(event);
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);
}
