import { RiskMark } from "#components/ui/risk-mark.tsx";
import { LEVELS_WORST_FIRST } from "#lib/presentation/palette.ts";

/** What the marks of the maps mean. */
export function MapLegend({ escalations, glyph = true }: { escalations?: boolean; glyph?: boolean }) {
  return (
    <ul aria-label="Legend" className="flex flex-wrap gap-x-5 gap-y-2 text-muted text-xs">
      {LEVELS_WORST_FIRST.map((level) => (
        <li key={level}>
          <RiskMark level={level} />
        </li>
      ))}
      <li className="flex items-center gap-1.5">
        <span aria-hidden className="hatched h-3.5 w-5 rounded-small ring-1 ring-rule/60 ring-inset" />
        Uncharted
      </li>
      {glyph && (
        <li className="flex items-center gap-1.5">
          <span aria-hidden className="flex w-6 flex-col gap-px">
            <span className="h-1.5 w-5 bg-depth-code ring-1 ring-sounding-code ring-inset" />
            <span className="h-1.5 w-3.5 bg-sounding-code" />
          </span>
          Own above, assured below
        </li>
      )}
      {escalations && (
        <li className="flex items-center gap-1.5">
          <svg aria-hidden="true" width={20} height={10} viewBox="0 0 20 10">
            <path d="M 1 5 H 14" className="stroke-ink" strokeWidth={1.5} />
            <path d="M 13 1.5 L 19 5 L 13 8.5 Z" className="fill-ink" />
          </svg>
          A breach escapes outward
        </li>
      )}
    </ul>
  );
}
