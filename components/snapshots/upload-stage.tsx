import { Button } from "#components/ui/button.tsx";
import { ProgressBar } from "#components/ui/progress-bar.tsx";
import { formatCount } from "#lib/presentation/numbers.ts";
import type { UploadEvent } from "./send-snapshot.ts";

export type Stage = Extract<UploadEvent, { stage: string }>;

const STAGES: Record<Stage["stage"], (stage: Stage) => string> = {
  sending: ({ done, of }) =>
    `Sending, ${formatCount(Math.round(done / 1024))} of ${formatCount(Math.round(of / 1024))} KiB`,
  reading: ({ done }) => `Reading and taking secrets out, ${formatCount(done)} objects so far`,
  scanning: ({ of }) => `Scanning ${formatCount(of)} objects`,
  storing: () => "Storing",
};

/** How far an upload is, and the way out of it. */
export function UploadStage({ stage, onCancel }: { stage: Stage; onCancel: () => void }) {
  return (
    <div className="grid w-full max-w-md gap-3">
      <ProgressBar
        label="Upload"
        done={stage.of > 0 ? stage.done : null}
        of={Math.max(1, stage.of)}
        text={STAGES[stage.stage](stage)}
      />
      <div>
        <Button variant="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
