import type { ReactNode } from "react";
import { DerivationButton } from "#components/scores/derivation-button.tsx";
import type { Derivation } from "#lib/scoring/score.ts";

type Props = {
  label: string;
  value: ReactNode;
  /** Follows the value in small: "of 100", "person-days". */
  unit?: string;
  note?: ReactNode;
  /** Opens from the number. */
  derivation?: Derivation;
};

/** One number with its name, its unit and the way it came to be. Several stand in a `dl`. */
export function Stat({ label, value, unit, note, derivation }: Props) {
  const figure = <span className="text-xl font-strong tracking-[-0.02em]">{value}</span>;
  return (
    <div className="min-w-0">
      <dt className="text-muted text-xs">{label}</dt>
      <dd className="mt-1">
        {derivation ? <DerivationButton derivation={derivation}>{figure}</DerivationButton> : figure}
        {unit && <span className="ml-1.5 text-muted">{unit}</span>}
        {note && <div className="mt-0.5 text-muted text-xs">{note}</div>}
      </dd>
    </div>
  );
}
