"use client";
import { Upload } from "lucide-react";
import { type ChangeEvent, useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { DropArea } from "./drop-area.tsx";
import { UploadStage } from "./upload-stage.tsx";
import { useUpload } from "./use-upload.ts";

type Props = {
  /** Where the file goes: ".../clusters/<id>/snapshots". */
  url: string;
  /** Where scans stand: ".../clusters/<id>/scans". */
  scansHref: string;
};

/** Takes what kubectl printed of a cluster: drop it or choose it, then watch how far it is. */
export function UploadPanel({ url, scansHref }: Props) {
  const { stage, refused, send, stop } = useUpload(url, scansHref);
  const input = useRef<HTMLInputElement>(null);
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    send(event.target.files?.[0]);
    // The same file may be chosen again after it was mended.
    event.target.value = "";
  };
  return (
    <div className="grid gap-3">
      {refused ? <ErrorNotice title={refused.title} detail={refused.detail} /> : null}
      <DropArea onDrop={send}>
        {stage ? (
          <UploadStage stage={stage} onCancel={stop} />
        ) : (
          <>
            <p className="max-w-prose text-muted">
              Drop a snapshot here: .json, .yaml, or a folder as .zip or .tar.gz. Secret values are taken out before
              anything is stored.
            </p>
            <Button variant="primary" icon={<Upload aria-hidden size={16} />} onClick={() => input.current?.click()}>
              Upload a snapshot
            </Button>
          </>
        )}
        <input
          ref={input}
          type="file"
          className="sr-only"
          aria-label="Snapshot file"
          tabIndex={-1}
          accept=".json,.yaml,.yml,.zip,.gz,.tgz,.tar"
          onChange={choose}
        />
      </DropArea>
    </div>
  );
}
