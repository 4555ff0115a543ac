import { Keyboard } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { QUESTION_KEYS } from "./question-keys.ts";

type Props = { open: boolean; onOpenChange: (open: boolean) => void };

/** Which key does what, behind a button and behind "?". */
export function QuestionKeysHelp({ open, onOpenChange }: Props) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Keys of the questionnaire"
      trigger={
        <Button size="small" icon={<Keyboard aria-hidden size={16} />} aria-keyshortcuts="?">
          Keys
        </Button>
      }
    >
      <dl className="grid grid-cols-[6rem_minmax(0,1fr)] gap-y-2.5">
        {QUESTION_KEYS.map(([key, does]) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="rounded-small border border-hairline bg-sunken px-1.5 py-0.5 font-sans text-xs">
                {key}
              </kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
