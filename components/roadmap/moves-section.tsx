import { ArrowDown, ArrowUp, LogOut, Minus, Plus } from "lucide-react";
import { Section } from "#components/ui/section.tsx";
import { TableFrame } from "#components/ui/table-frame.tsx";
import type { Comparison, Move, Place } from "#lib/planning/compare-roadmaps.ts";
import type { Roadmap } from "#lib/planning/roadmap.ts";
import { formatDate } from "#lib/presentation/dates.ts";
import { sayKeeping, sayMoves } from "#lib/presentation/sentences-of-moves.ts";

type Props = { comparison: Comparison; roadmap: Roadmap };

const MARKS: Record<Move["direction"], { icon: typeof ArrowUp; name: string }> = {
  earlier: { icon: ArrowUp, name: "Earlier" },
  later: { icon: ArrowDown, name: "Later" },
  in: { icon: Plus, name: "Fits now" },
  new: { icon: Plus, name: "New" },
  out: { icon: LogOut, name: "Left out now" },
  gone: { icon: Minus, name: "Gone" },
};

/** What planning again changed: from where to where, and why. */
export function MovesSection({ comparison, roadmap }: Props) {
  const { moves } = comparison;
  return (
    <Section
      title={`What moved since version ${comparison.from}`}
      id="moves"
      lede={[sayMoves(comparison), sayKeeping(roadmap)].join(" ")}
    >
      {moves.length > 0 && (
        <TableFrame label={`What moved since version ${comparison.from}`} scrolls>
          <table className="data-table min-w-[44rem]">
            <thead>
              <tr>
                <th scope="col">Initiative</th>
                <th scope="col">Move</th>
                <th scope="col">From</th>
                <th scope="col">To</th>
                <th scope="col">Why</th>
              </tr>
            </thead>
            <tbody>
              {moves.map((move) => (
                <MoveRow key={`${move.direction} ${move.initiative}`} move={move} />
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
    </Section>
  );
}

function MoveRow({ move: { title, direction, from, to, why } }: { move: Move }) {
  const { icon: Icon, name } = MARKS[direction];
  return (
    <tr>
      <th scope="row">{title}</th>
      <td>
        <span className="flex items-center gap-1.5 whitespace-nowrap">
          <Icon aria-hidden className="size-4 shrink-0 text-muted" />
          {name}
        </span>
      </td>
      <td className="whitespace-nowrap">{sayPlace(from)}</td>
      <td className="whitespace-nowrap">{sayPlace(to)}</td>
      <td>{why}</td>
    </tr>
  );
}

function sayPlace(place: Place): string {
  if (place === "left") return "left out";
  return place === "absent" ? "not there" : `Q${place.quarter}, ${formatDate(place.startsOn)}`;
}
