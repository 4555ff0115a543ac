"use client";
import { Upload } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ChangeEvent, type DragEvent, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { ProgressBar } from "#components/ui/progress-bar.tsx";
import { formatCount } from "#lib/presentation/numbers.ts";
import { sendSnapshot, type UploadEvent } from "./send-snapshot.ts";

type Props = {
  /** Where the file goes: ".../clusters/<id>/snapshots". */
  url: string;
  /** Where scans stand: ".../clusters/<id>/scans". */
  scansHref: string;
};

type Stage = Extract<UploadEvent, { stage: string }>;

const STAGES: Record<Stage["stage"], (stage: Stage) => string> = {
  sending: ({ done, of }) =>
    `Sending, ${formatCount(Math.round(done / 1024))} of ${formatCount(Math.round(of / 1024))} KiB`,
  reading: ({ done }) => `Reading and taking secrets out, ${formatCount(done)} objects so far`,
  scanning: ({ of }) => `Scanning ${formatCount(of)} objects`,
  storing: () => "Storing",
};

/** Takes what kubectl printed of a cluster: drop it or choose it, then watch how far it is. */
export function UploadPanel({ url, scansHref }: Props) {
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const cancel = useRef<(() => void) | null>(null);
  const [stage, setStage] = useState<Stage | null>(null);
  const [refused, setRefused] = useState<{ title: string; detail: string } | null>(null);
  const [over, setOver] = useState(false);

  const send = (file: File | undefined) => {
    if (!file || cancel.current) return;
    setRefused(null);
    setStage({ stage: "sending", done: 0, of: file.size });
    cancel.current = sendSnapshot(url, file, (event) => {
      if ("stage" in event) return setStage(event);
      cancel.current = null;
      setStage(null);
      if ("error" in event) setRefused(event.error);
      else router.push(`${scansHref}/${event.done.scan}`);
    });
  };
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    send(event.target.files?.[0]);
    // The same file may be chosen again after it was mended.
    event.target.value = "";
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    send(event.dataTransfer.files[0]);
  };

  return (
    <div className="grid gap-3">
      {refused ? <ErrorNotice title={refused.title} detail={refused.detail} /> : null}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a convenience; the button beside it does the same */}
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={`grid min-h-40 content-center justify-items-center gap-3 rounded-panel border border-dashed px-6 py-8 text-center ${over ? "border-accent bg-accent/6" : "border-rule/60"}`}
      >
        {stage ? (
          <div className="grid w-full max-w-md gap-3">
            <ProgressBar
              label="Upload"
              done={stage.of > 0 ? stage.done : null}
              of={Math.max(1, stage.of)}
              text={STAGES[stage.stage](stage)}
            />
            <div>
              <Button variant="quiet" onClick={() => cancel.current?.()}>
                Cancel
              </Button>
            </div>
          </div>
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
      </div>
    </div>
  );
}
