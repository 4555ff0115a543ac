import { Upload } from "lucide-react";
import { type ChangeEvent, useRef } from "react";
import { DropArea } from "#components/snapshots/drop-area.tsx";
import { Button } from "#components/ui/button.tsx";

type Props = { pending: boolean; onFile: (file: File | undefined) => void };

/** Takes the file that was filled in: dropped or chosen. */
export function ChooseFile({ pending, onFile }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    onFile(event.target.files?.[0]);
    // The same file may be chosen again after it was mended.
    event.target.value = "";
  };
  return (
    <DropArea onDrop={onFile}>
      <p className="max-w-prose text-muted">
        Drop the file that was filled in here: .xlsx, .json or .yaml. First you see what it would change; nothing is
        stored until you say so.
      </p>
      <Button
        variant="primary"
        pending={pending}
        icon={<Upload aria-hidden size={16} />}
        onClick={() => input.current?.click()}
      >
        {pending ? "Comparing" : "Choose the file"}
      </Button>
      <input
        ref={input}
        type="file"
        className="sr-only"
        aria-label="Questionnaire file"
        tabIndex={-1}
        accept=".xlsx,.json,.yaml,.yml"
        onChange={choose}
      />
    </DropArea>
  );
}
