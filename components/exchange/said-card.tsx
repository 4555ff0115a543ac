import type { ReactNode } from "react";
import type { Said } from "#lib/exchange/exchanged.ts";

type Props = { title: string; said: Said | null; levels: readonly string[]; children?: ReactNode };

/** One side of a comparison: whose answer, the level in the question's words, the comment. */
export function SaidCard({ title, said, levels, children }: Props) {
  return (
    <div className="flex min-w-0 flex-col items-start gap-1.5 rounded-control border border-hairline p-3">
      <p className="text-muted text-xs">{title}</p>
      <p className="font-strong">{levelOf(said, levels)}</p>
      {said && <p className="wrap-anywhere whitespace-pre-line">{said.comment || "No comment"}</p>}
      {said && <p className="text-muted text-xs">Confidence: {said.confidence}</p>}
      {children && <div className="mt-auto pt-1">{children}</div>}
    </div>
  );
}

function levelOf(said: Said | null, levels: readonly string[]): string {
  if (!said) return "No answer yet";
  if (said.notApplicable) return "Does not apply";
  return said.maturity === null ? "No level" : `${said.maturity} · ${levels[said.maturity] ?? ""}`;
}
