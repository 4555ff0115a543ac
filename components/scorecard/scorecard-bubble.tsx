type Point = { id: string; number: number; title: string };
type Props = {
  cx?: number;
  cy?: number;
  /** Area in square pixels. */
  size?: number;
  payload?: Point;
  selected: string;
  /** Ids that are compared. */
  compared: ReadonlySet<string>;
  onSelect: (id: string) => void;
  /** Told where it stands. */
  onPlace: (id: string, at: { x: number; y: number }) => void;
};

/** One initiative of the chart; a pointer may choose it, the keyboard does so in the table. */
export function ScorecardBubble({ cx, cy, size = 420, payload, selected, compared, onSelect, onPlace }: Props) {
  if (cx === undefined || cy === undefined || !payload) return null;
  onPlace(payload.id, { x: cx, y: cy });
  const radius = Math.sqrt(size / Math.PI);
  const chosen = payload.id === selected;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the table beneath is its equal for the keyboard
    <g onClick={() => onSelect(payload.id)} className="cursor-pointer">
      <title>{payload.title}</title>
      <circle
        cx={cx}
        cy={cy}
        r={radius}
        strokeWidth={compared.has(payload.id) ? 3 : 1.25}
        className={
          chosen
            ? "fill-accent stroke-accent"
            : "fill-depth-cluster stroke-sounding-container hover:fill-depth-container"
        }
      />
      <text
        x={cx}
        y={cy + 3.5}
        fontSize={11}
        textAnchor="middle"
        className={chosen ? "fill-on-accent font-strong" : "fill-ink"}
      >
        {payload.number}
      </text>
    </g>
  );
}
