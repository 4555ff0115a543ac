import { DEPTH, SOUNDING } from "#components/scores/layer-fill.ts";
import type { LayerId } from "#lib/catalog/framework.ts";
import type { InitiativeState } from "#lib/planning/roadmap.ts";

type Props = {
  layer: LayerId;
  /** Weeks of the track, 1 to `weeks`, inclusive. */
  from: number;
  to: number;
  weeks: number;
  /** How many parts the track is lined into; none where the room around it is lined. */
  parts?: number;
  state: InitiativeState;
};

/** Hairlines that part a track, as a background. */
export function linesOf(parts: number) {
  return {
    backgroundImage: "linear-gradient(to right, var(--hairline) 1px, transparent 1px)",
    backgroundSize: `${100 / parts}% 100%`,
  };
}

/** A stretch of weeks on a track: an outline while planned, filled once begun. Says nothing: words stand beside it. */
export function WeekBar({ layer, from, to, weeks, parts, state }: Props) {
  const begun = state !== "planned";
  return (
    <div aria-hidden className="relative h-6" style={parts ? linesOf(parts) : undefined}>
      <div
        className={`absolute inset-y-1 rounded-small ${begun ? SOUNDING[layer] : DEPTH[layer]}`}
        style={{ left: `${((from - 1) / weeks) * 100}%`, width: `${((to - from + 1) / weeks) * 100}%` }}
      >
        <span className={`absolute inset-0 rounded-small border ${begun ? "border-transparent" : "border-rule"}`} />
      </div>
    </div>
  );
}
