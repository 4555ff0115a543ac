import { ArrowDown, ArrowUp } from "lucide-react";

type Props = {
  title: string;
  number?: boolean;
  /** Null: not sortable. */
  direction: "ascending" | "descending" | "none" | null;
  onSort: () => void;
};

/** Head of a column: a button where it sorts, with the direction as an arrow and for screen readers. */
export function SortHeader({ title, number, direction, onSort }: Props) {
  if (direction === null) {
    return (
      <th scope="col" className={number ? "number" : undefined}>
        {title}
      </th>
    );
  }
  const Arrow = direction === "ascending" ? ArrowUp : ArrowDown;
  return (
    <th scope="col" aria-sort={direction} className={number ? "number" : undefined}>
      <button
        type="button"
        onClick={onSort}
        className={`-my-1 inline-flex align-bottom min-h-6 items-center gap-1 rounded-small hover:text-ink ${number ? "flex-row-reverse" : ""} ${direction === "none" ? "" : "text-ink"}`}
      >
        {title}
        {direction !== "none" && <Arrow aria-hidden size={13} />}
      </button>
    </th>
  );
}
