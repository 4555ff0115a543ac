import type { LayersMap } from "#lib/maps/geometry.ts";

/** An escape outward: from a concern into the water of an outer layer. Dark on a light casing, so that it is never lost. */
export function MapArrow({ escalation, marker }: { escalation: LayersMap["escalations"][number]; marker: string }) {
  const { from, to, path, sentence } = escalation;
  const d = (path ?? [from, to]).map(({ x, y }, n) => `${n === 0 ? "M" : "L"} ${x} ${y}`).join(" ");
  return (
    <g className="fill-none">
      <title>{sentence}</title>
      <path d={d} className="stroke-surface" strokeWidth={4.5} strokeLinejoin="round" />
      <path d={d} className="stroke-ink" strokeWidth={1.5} strokeLinejoin="round" markerEnd={`url(#${marker})`} />
      <circle cx={from.x} cy={from.y} r={2.5} className="fill-ink" />
    </g>
  );
}
