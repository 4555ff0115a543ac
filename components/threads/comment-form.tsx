"use client";

import { type KeyboardEvent, type Ref, useId, useImperativeHandle, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { completeMention, type Mentionable, matchPeople, mentionBefore } from "#lib/threads/mention-typing.ts";
import { MentionOptions, optionId } from "./mention-options.tsx";

type Props = {
  ref: Ref<HTMLTextAreaElement>;
  text: string;
  people: readonly Mentionable[];
  pending: boolean;
  onType: (text: string) => void;
  onSend: () => void;
};

/** Where one writes a comment; "@" offers the members, Ctrl+Enter sends. */
export function CommentForm({ ref, text, people, pending, onType, onSend }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(ref, () => field.current as HTMLTextAreaElement);
  const list = useId();
  const [caret, setCaret] = useState(0);
  const [marked, setMarked] = useState(0);
  /** Where the "@" stands whose offers were waved away. */
  const [closed, setClosed] = useState<number | null>(null);
  const typing = mentionBefore(text, caret);
  const offered = typing && typing.from !== closed ? matchPeople(people, typing.query) : [];
  const at = Math.min(marked, offered.length - 1);
  const take = (person: Mentionable | undefined) => {
    const done = person && completeMention(text, caret, person);
    if (!done) return;
    onType(done.text);
    setCaret(done.caret);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(done.caret, done.caret);
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      if (text.trim() !== "") onSend();
    } else if (offered.length > 0) {
      const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (by !== undefined) setMarked((at + by + offered.length) % offered.length);
      else if (event.key === "Enter" || event.key === "Tab") take(offered[at]);
      else if (event.key === "Escape") setClosed(typing?.from ?? null);
      else return;
      event.preventDefault();
    }
  };
  return (
    <div className="flex flex-col items-start gap-3">
      <div className="relative w-full">
        <TextArea
          ref={field}
          label="Add to the discussion"
          hint="@ mentions a member. Ctrl+Enter sends."
          rows={3}
          maxLength={4_000}
          value={text}
          aria-autocomplete="list"
          aria-controls={offered.length > 0 ? list : undefined}
          aria-activedescendant={offered[at] ? optionId(list, offered[at].id) : undefined}
          onChange={(event) => {
            onType(event.target.value);
            setCaret(event.target.selectionStart);
            setMarked(0);
            setClosed(null);
          }}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
          onBlur={() => setClosed(typing?.from ?? null)}
          onKeyDown={onKeyDown}
        />
        <MentionOptions id={list} people={offered} marked={at} onTake={take} />
      </div>
      <Button pending={pending} disabled={text.trim() === ""} onClick={onSend}>
        {pending ? "Sending" : "Send comment"}
      </Button>
    </div>
  );
}
