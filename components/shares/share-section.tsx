"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Section } from "#components/ui/section.tsx";
import { ShareForm } from "./share-form.tsx";
import { ShareTable } from "./share-table.tsx";
import type { CreateShare, RevokeShare, ShareLine } from "./shares.ts";

type Props = {
  shares: readonly ShareLine[];
  planned: boolean;
  mayShare: boolean;
  today: string;
  create: CreateShare;
  revoke: RevokeShare;
};

/** Links by which people without an account read the roadmap. */
export function ShareSection({ shares, planned, mayShare, today, create, revoke }: Props) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [address, setAddress] = useState<string | null>(null);
  const made = (token: string) => {
    setOpen(false);
    setAddress(`${window.location.origin}/share/${token}`);
    router.refresh();
  };
  return (
    <Section
      title="Share links"
      lede="The roadmap to read in a browser, without an account, until a day. It shows the newest version."
      aside={
        mayShare && planned ? (
          <Dialog
            title="Make a share link"
            description="Whoever has it can read it. It can be revoked at any time."
            open={open}
            onOpenChange={setOpen}
            trigger={<Button>Make a link</Button>}
          >
            <ShareForm today={today} create={create} onDone={made} />
          </Dialog>
        ) : null
      }
    >
      <div className="grid gap-4">
        {address && (
          <Notice>
            <p className="font-strong">Here is the link. It is shown this once and stored nowhere.</p>
            <Copied text={address} label="Copy the link" />
            <p className="mt-3">A badge for a wiki or a repository, in Markdown:</p>
            <Copied text={`![Kubernetes risk](${address}/badge.svg)`} label="Copy the badge" />
          </Notice>
        )}
        {shares.length > 0 ? (
          <ShareTable shares={shares} revoke={mayShare ? revoke : undefined} />
        ) : (
          <p className="text-muted">
            {planned ? "Nobody reads it by a link." : "Plan the year first; then it can be shared."}
          </p>
        )}
      </div>
    </Section>
  );
}

function Copied({ text, label }: { text: string; label: string }) {
  return (
    <p className="mt-1 flex items-start gap-2">
      <code className="wrap-anywhere min-w-0 font-mono text-xs leading-6">{text}</code>
      <CopyButton text={text} label={label} />
    </p>
  );
}
