import { ChevronLeft, ChevronRight } from "lucide-react";
import { Button } from "#components/ui/button.tsx";

type Props = { at: number; of: number; onTurn: (by: 1 | -1) => void };

/** The way to the question before and the one after, within what the filter shows. */
export function QuestionTurn({ at, of, onTurn }: Props) {
  return (
    <div className="flex items-center justify-between gap-3 border-hairline border-t pt-4">
      <Button disabled={at <= 0} onClick={() => onTurn(-1)} icon={<ChevronLeft aria-hidden size={16} />}>
        Previous
      </Button>
      <p className="text-muted text-xs">
        {at + 1} of {of}
      </p>
      <Button variant="primary" disabled={at >= of - 1} onClick={() => onTurn(1)}>
        Next
        <ChevronRight aria-hidden size={16} />
      </Button>
    </div>
  );
}
