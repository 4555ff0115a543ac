import { ChevronLeft, ChevronRight } from "lucide-react";
import { type FormEvent, useId } from "react";
import { Button } from "#components/ui/button.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import type { ReviewVerdict } from "#lib/workflow/answers-under-review.ts";
import type { ReviewItem } from "./review-item.ts";

type Props = {
  item: ReviewItem;
  reviewable: boolean;
  mayReview: boolean;
  pending: boolean;
  /** Changes are being requested: the reason is asked for. */
  asking: boolean;
  reasonError: string | undefined;
  onAsk: (asking: boolean) => void;
  onSay: (verdict: ReviewVerdict, reason?: string) => Promise<void>;
  onTurn: (by: 1 | -1) => void;
};

export function ReviewControls(props: Props) {
  const { item, reviewable, mayReview, pending, asking, reasonError, onAsk, onSay, onTurn } = props;
  const keys = useId();
  return (
    <div className="grid gap-4 border-hairline border-t pt-4">
      {mayReview && !item.mayReview && (
        <p className="text-muted">You wrote this answer, so somebody else reviews it.</p>
      )}
      {reviewable && asking && (
        <form
          className="grid max-w-xl gap-3"
          onSubmit={(event: FormEvent<HTMLFormElement>) => {
            event.preventDefault();
            void onSay("changes-requested", String(new FormData(event.currentTarget).get("reason") ?? ""));
          }}
        >
          <TextArea
            label="What is to be changed"
            name="reason"
            rows={3}
            maxLength={2_000}
            autoFocus
            required
            error={reasonError}
          />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" variant="primary" pending={pending}>
              {pending ? "Storing" : "Request changes"}
            </Button>
            <Button onClick={() => onAsk(false)}>Cancel</Button>
          </div>
        </form>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Button onClick={() => onTurn(-1)} icon={<ChevronLeft aria-hidden size={16} />}>
          Previous
        </Button>
        <Button onClick={() => onTurn(1)}>
          Next
          <ChevronRight aria-hidden size={16} />
        </Button>
        {reviewable && !asking && (
          <span className="ml-auto flex flex-wrap gap-2">
            <Button aria-describedby={keys} onClick={() => onAsk(true)}>
              Request changes
            </Button>
            <Button aria-describedby={keys} variant="primary" pending={pending} onClick={() => onSay("accepted")}>
              {pending ? "Storing" : "Accept this answer"}
            </Button>
          </span>
        )}
      </div>
      <p id={keys} className="text-muted text-xs max-sm:hidden">
        Keys: {reviewable ? "A accepts, R requests changes, " : ""}J goes on, K goes back
      </p>
    </div>
  );
}
