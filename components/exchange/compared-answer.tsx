import { useId } from "react";
import { Badge } from "#components/ui/badge.tsx";
import { formatTime } from "#lib/presentation/dates.ts";
import type { Choice, ComparedRow } from "./compared-file.ts";
import { SaidCard } from "./said-card.tsx";

type Props = { row: ComparedRow; choice: Choice; onChoose: (choice: Choice) => void };

const MARKS: Partial<Record<ComparedRow["is"], string>> = {
  conflict: "Both changed",
  "asked-differently": "Worded anew since the export",
};

/** The portal's answer beside the file's, and the choice between them. */
export function ComparedAnswer({ row, choice, onChoose }: Props) {
  const { asks, levels, mine, theirs, place, is } = row;
  const name = useId();
  const side = (value: Exclude<Choice, null>, label: string) => (
    <label className="flex min-h-6 items-center gap-2">
      <input
        type="radio"
        name={name}
        checked={choice === value}
        onChange={() => onChoose(value)}
        className="size-4 accent-accent"
      />
      {label}
    </label>
  );
  return (
    <fieldset className="grid min-w-0 gap-3 rounded-panel border border-hairline px-4 py-3.5">
      <legend className="sr-only">{asks}</legend>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1.5">
        <div className="min-w-0 flex-1 basis-72">
          <p aria-hidden className="font-strong">
            {asks}
          </p>
          <p className="text-muted text-xs">{place}</p>
        </div>
        {MARKS[is] && <Badge>{MARKS[is]}</Badge>}
      </div>
      <div className="grid gap-3 sm:grid-cols-2">
        <SaidCard
          title={theirs ? `In the portal, by ${theirs.by}, ${formatTime(theirs.at)}` : "In the portal"}
          said={theirs}
          levels={levels}
        >
          {side("portal", theirs ? "Keep this one" : "Leave it open")}
        </SaidCard>
        <SaidCard title="In the file" said={mine} levels={levels}>
          {side("file", "Take this one")}
        </SaidCard>
      </div>
    </fieldset>
  );
}
