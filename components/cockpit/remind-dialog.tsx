"use client";

import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { useOutcome } from "#components/forms/use-outcome.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import type { Outcome } from "#lib/contracts/refusal.ts";
import { formatList, formatThings } from "#lib/presentation/numbers.ts";

export type Letter = { memberId: string; name: string; subject: string; text: string };
export type Reminded = { sent: string[]; failed: { name: string; reason: string }[]; already: string[] };
type Props = { letters: readonly Letter[]; remind: (members: string[]) => Promise<Outcome<Reminded>> };

/** Shows who gets which mail, then sends them. Nothing is sent before. */
export function RemindDialog({ letters, remind }: Props) {
  const [open, setOpen] = useState(false);
  const [told, setTold] = useState<Reminded | null>(null);
  const { run, refused, pending } = useOutcome<Reminded>((outcome) => {
    setTold(outcome);
    setOpen(false);
    toast(sayReminded(outcome));
  });
  const names = letters.map(({ name }) => name);
  return (
    <>
      {told && told.failed.length > 0 && (
        <ErrorNotice
          title={`${formatThings(told.failed.length, "reminder")} could not be sent`}
          detail={told.failed.map(({ name, reason }) => `${name}: ${reason}.`).join("\n")}
        />
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Dialog
          open={open}
          onOpenChange={setOpen}
          trigger={
            <Button variant="primary" disabled={letters.length === 0} className="max-w-full">
              <span className="truncate">Remind {names.length === 0 ? "those who are late" : sayNames(names)}</span>
            </Button>
          }
          title={`${formatThings(letters.length, "reminder")} by mail`}
          description="Open one to read it as it will arrive. Answers to it come to you."
        >
          <div className="grid gap-5">
            <ul className="grid gap-2">
              {letters.map((letter) => (
                <LetterPreview key={letter.memberId} letter={letter} />
              ))}
            </ul>
            {refused && <ErrorNotice title={refused.message} detail={refused.detail} />}
            <div className="flex flex-wrap gap-2">
              <Button
                variant="primary"
                pending={pending}
                onClick={() => run(() => remind(letters.map(({ memberId }) => memberId)))}
              >
                {pending ? "Sending" : `Send ${formatThings(letters.length, "reminder")}`}
              </Button>
              <Button onClick={() => setOpen(false)}>Not yet</Button>
            </div>
          </div>
        </Dialog>
        <p className="text-muted">
          {letters.length === 0
            ? "Everybody who is late was reminded today."
            : "You see each mail before it is sent; nobody gets more than one a day."}
        </p>
      </div>
    </>
  );
}

function LetterPreview({ letter: { name, subject, text } }: { letter: Letter }) {
  return (
    <li>
      <details className="group rounded-panel border border-hairline">
        <summary className="flex min-h-6 cursor-pointer list-none items-center gap-3 px-4 py-2.5">
          <span className="min-w-0 flex-1">
            <span className="font-strong">{name}</span>
            <span className="block text-muted">{subject}</span>
          </span>
          <ChevronDown aria-hidden size={16} className="shrink-0 text-muted group-open:rotate-180" />
        </summary>
        <p className="break-words whitespace-pre-line border-hairline border-t px-4 py-3">{text}</p>
      </details>
    </li>
  );
}

function sayReminded({ sent, already }: Reminded): string {
  if (sent.length > 0) return `${formatThings(sent.length, "reminder")} sent`;
  return already.length > 0 ? `${formatList(already)} had a reminder today already` : "No reminder was sent";
}

/** More than three names make no button. */
function sayNames(names: readonly string[]): string {
  return names.length <= 3 ? formatList(names) : `${formatThings(names.length, "person", "people")} who are late`;
}
