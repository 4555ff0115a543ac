import type { TextPart } from "#lib/threads/mentions.ts";

/** The words of a comment: plain text with its line breaks; who is mentioned stands out. */
export function CommentText({ parts }: { parts: readonly TextPart[] }) {
  let at = 0;
  return (
    <p className="wrap-anywhere reading-width whitespace-pre-wrap">
      {parts.map((part) => {
        const from = at;
        at += "text" in part ? part.text.length : part.name.length + 1;
        return "text" in part ? (
          <span key={from}>{part.text}</span>
        ) : (
          <span key={from} className="rounded-small bg-accent/10 px-0.5 font-strong">
            @{part.name}
          </span>
        );
      })}
    </p>
  );
}
