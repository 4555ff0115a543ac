import { type ReactNode, useId } from "react";

/** One of the leader's three questions, its answer in a few words, and the picture to it. */
export function LeaderAnswer({
  question,
  answer,
  children,
  foot,
}: {
  question: string;
  answer: ReactNode;
  children: ReactNode;
  foot?: ReactNode;
}) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      data-keep-together
      className="flex min-w-0 flex-col rounded-panel border border-hairline p-5 print:[&_svg[role=img]]:max-h-[40mm]"
    >
      <h2 id={id} className="text-muted text-xs">
        {question}
      </h2>
      <div className="mt-1 text-lg font-strong tracking-[-0.01em]">{answer}</div>
      <div className="mt-4 min-w-0">{children}</div>
      {foot && <div className="mt-auto pt-4">{foot}</div>}
    </section>
  );
}
