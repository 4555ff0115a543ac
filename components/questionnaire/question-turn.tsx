import { ChevronLeft, ChevronRight } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { QuestionKeysHelp } from "./question-keys-help.tsx";

type Props = {
  at: number;
  of: number;
  onTurn: (by: 1 | -1) => void;
  /** Whether the keys are shown. */
  helps: boolean;
  onHelp: (open: boolean) => void;
};

/** The way to the question before and the one after, within what the filter shows. */
export function QuestionTurn({ at, of, onTurn, helps, onHelp }: Props) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 border-hairline border-t pt-4">
      <Button disabled={at <= 0} onClick={() => onTurn(-1)} icon={<ChevronLeft aria-hidden size={16} />}>
        Previous
      </Button>
      <div className="flex items-center gap-3">
        <p className="text-muted text-xs">
          {at + 1} of {of}
        </p>
        <span className="max-sm:hidden">
          <QuestionKeysHelp open={helps} onOpenChange={onHelp} />
        </span>
      </div>
      <Button variant="primary" disabled={at >= of - 1} onClick={() => onTurn(1)}>
        Next
        <ChevronRight aria-hidden size={16} />
      </Button>
    </div>
  );
}
