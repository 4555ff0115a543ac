import { type ReactNode, useId, useState } from "react";
import { classNames } from "#components/ui/class-names.ts";
import type { BoardColumn, Card } from "#lib/planning/board.ts";

type Props = {
  column: BoardColumn;
  cards: readonly Card[];
  /** True while a card is dragged that may come here. */
  takes: boolean;
  onDrop?: () => void;
  children: (card: Card) => ReactNode;
};

const LANES: Record<BoardColumn, { name: string; empty: string }> = {
  planned: { name: "Planned", empty: "Everything is begun." },
  "at work": { name: "Being worked on", empty: "Nothing is being worked on." },
  claimed: { name: "Claimed, waits for a scan", empty: "No claim waits." },
  verified: { name: "Verified by a scan", empty: "Nothing is verified yet." },
};

/** A column of the board with what it counts. */
export function BoardLane({ column, cards, takes, onDrop, children }: Props) {
  const heading = useId();
  const [over, setOver] = useState(false);
  const { name, empty } = LANES[column];
  return (
    <section
      aria-labelledby={heading}
      onDragOver={(event) => {
        if (!onDrop) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onDrop?.();
      }}
      className={classNames(
        "min-w-0 rounded-panel bg-sunken p-3 outline-2 -outline-offset-2",
        takes ? (over ? "outline-accent" : "outline-accent/40 outline-dashed") : "outline-transparent",
      )}
    >
      <h2 id={heading} className="mb-3 flex justify-between gap-3 text-sm font-strong">
        {name}
        <span className="text-muted tabular-nums">{cards.length}</span>
      </h2>
      {cards.length > 0 ? (
        <ul className="grid gap-3">{cards.map(children)}</ul>
      ) : (
        <p className="text-muted text-xs">{empty}</p>
      )}
    </section>
  );
}
