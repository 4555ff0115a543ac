"use client";

import { useState } from "react";
import { toast } from "sonner";
import { useOutcome } from "#components/forms/use-outcome.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import type { Outcome } from "#lib/contracts/refusal.ts";
import { type ContentSummary, SignedContent } from "./signed-content.tsx";

type Props = { content: ContentSummary; sign: () => Promise<Outcome<unknown>> };

/** Shows what is signed, then signs it. */
export function SignDialog({ content, sign }: Props) {
  const [open, setOpen] = useState(false);
  const { run, refused, pending } = useOutcome(() => {
    setOpen(false);
    toast("Signed and frozen");
  });
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button variant="primary">Sign the assessment</Button>}
      title="This is what you sign"
      description="Once it is signed nothing of it can be changed by anybody. The plan that follows from it goes on."
    >
      <div className="grid gap-5">
        <SignedContent content={content} />
        {refused && <ErrorNotice title={refused.message} detail={refused.detail} />}
        <div className="flex flex-wrap gap-2">
          <Button variant="primary" pending={pending} onClick={() => run(sign)}>
            {pending ? "Signing" : "Sign and freeze"}
          </Button>
          <Button onClick={() => setOpen(false)}>Not yet</Button>
        </div>
      </div>
    </Dialog>
  );
}
