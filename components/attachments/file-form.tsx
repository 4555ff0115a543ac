import { Upload } from "lucide-react";
import { useRef, useState } from "react";
import { OutcomeForm } from "#components/forms/outcome-form.tsx";
import { DropArea } from "#components/snapshots/drop-area.tsx";
import { Button } from "#components/ui/button.tsx";
import { ProgressBar } from "#components/ui/progress-bar.tsx";
import { DaysFields } from "./days-fields.tsx";
import { describedBy } from "./described-fields.ts";
import type { EvidenceView } from "./evidence-data.ts";
import { formatBytes } from "./format-bytes.ts";
import { type SentFile, sendFile } from "./send-file.ts";
import { TitleField } from "./title-field.tsx";

type Props = {
  question: string;
  view: EvidenceView;
  filesUrl: string;
  /** What was dropped already. */
  dropped: File | null;
  onDone: () => void;
};

/** A file from this computer, with how far it is. */
export function FileForm({ question, view, filesUrl, dropped, onDone }: Props) {
  const [file, setFile] = useState(dropped);
  const [sent, setSent] = useState<number | null>(null);
  const cancel = useRef<(() => void) | null>(null);
  const send = async (fields: FormData): Promise<SentFile> => {
    const wrong = file ? tooLarge(file, view) : NOTHING_CHOSEN;
    if (!file || wrong) return wrong ?? NOTHING_CHOSEN;
    const sending = sendFile(filesUrl, file, describedBy(question, fields), setSent);
    cancel.current = sending.cancel;
    const outcome = await sending.outcome;
    cancel.current = null;
    setSent(null);
    return outcome;
  };
  return (
    <OutcomeForm action={send} onDone={onDone} submit="Add the file" submitting="Sending">
      {(errors) => (
        <>
          <ChosenFile file={file} extensions={view.takes.extensions} limit={view.takes.bytes} onChoose={setFile} />
          <TitleField
            key={file?.name}
            defaultValue={file ? titleOf(file.name) : ""}
            hint="What it shows"
            error={errors.title}
          />
          <DaysFields view={view} errors={errors} />
          {file && sent !== null && (
            <div className="grid gap-2">
              <ProgressBar
                label={`Sending ${file.name}`}
                done={sent}
                of={Math.max(1, file.size)}
                text={
                  sent < file.size ? `${formatBytes(sent)} of ${formatBytes(file.size)}` : "Looking at what it holds"
                }
              />
              <div>
                <Button size="small" onClick={() => cancel.current?.()}>
                  Cancel the upload
                </Button>
              </div>
            </div>
          )}
        </>
      )}
    </OutcomeForm>
  );
}

type Chosen = { file: File | null; extensions: readonly string[]; limit: number; onChoose: (file: File) => void };

function ChosenFile({ file, extensions, limit, onChoose }: Chosen) {
  const input = useRef<HTMLInputElement>(null);
  const take = (chosen: File | undefined) => {
    if (chosen) onChoose(chosen);
  };
  return (
    <DropArea onDrop={take}>
      {file ? (
        <p className="max-w-full">
          <span className="wrap-anywhere font-strong">{file.name}</span>{" "}
          <span className="text-muted">{formatBytes(file.size)}</span>
        </p>
      ) : (
        <p className="max-w-prose text-muted">
          Drop a file of at most {formatBytes(limit)} here: a picture, a PDF, an Office file without macros, or text.
        </p>
      )}
      <Button icon={<Upload aria-hidden size={16} />} onClick={() => input.current?.click()}>
        {file ? "Choose another file" : "Choose a file"}
      </Button>
      <input
        ref={input}
        type="file"
        className="sr-only"
        aria-label="Evidence file"
        tabIndex={-1}
        accept={extensions.map((extension) => `.${extension}`).join(",")}
        onChange={(event) => {
          take(event.target.files?.[0]);
          // The same file may be chosen again after it was mended.
          event.target.value = "";
        }}
      />
    </DropArea>
  );
}

/** The name without its extension says most of the time what it shows. */
function titleOf(name: string): string {
  return name.replace(/\.[a-z0-9]{1,5}$/i, "").slice(0, 200);
}

const NOTHING_CHOSEN: SentFile = {
  ...{ ok: false, code: "invalid-input", fields: {}, current: null },
  message: "No file is chosen.",
  detail: "Choose a file, or drop one.",
};

function tooLarge(file: File, { takes }: EvidenceView): SentFile | null {
  if (file.size <= takes.bytes) return null;
  const message = `${file.name} has ${formatBytes(file.size)}; at most ${formatBytes(takes.bytes)} are taken.`;
  return {
    ...NOTHING_CHOSEN,
    message,
    detail: "Nothing was sent. Make it smaller, or link to where it lies.",
  } as SentFile;
}
