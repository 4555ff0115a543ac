import { ArrowDown, ArrowUp } from "lucide-react";
import { classNames } from "./class-names.ts";

type Props = {
  title: string;
  number?: boolean;
  width?: string;
  /** Null: not sortable. */
  direction: "ascending" | "descending" | "none" | null;
  onSort: () => void;
};

/** Head of a column: a button where it sorts, with the direction as an arrow and for screen readers. */
export function SortHeader({ title, number, width, direction, onSort }: Props) {
  const look = classNames(number && "number", width);
  if (direction === null) {
    return (
      <th scope="col" className={look}>
        {title}
      </th>
    );
  }
  const Arrow = direction === "ascending" ? ArrowUp : ArrowDown;
  return (
    <th scope="col" aria-sort={direction} className={look}>
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
