import { useId } from "react";

type Props = {
  label: string;
  /** What the value means, such as "180 days". */
  says: string;
  value: number;
  min: number;
  max: number;
  step: number;
  onChange: (value: number) => void;
};

/** The browser's own slider, which every keyboard and screen reader knows. */
export function Slider({ label, says, value, min, max, step, onChange }: Props) {
  const id = useId();
  return (
    <div>
      <div className="flex items-baseline justify-between gap-4">
        <label htmlFor={id} className="font-strong">
          {label}
        </label>
        <output htmlFor={id} className="text-muted text-xs">
          {says}
        </output>
      </div>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={says}
        onChange={(event) => onChange(Number(event.target.value))}
        className="h-8 w-full accent-accent"
      />
    </div>
  );
}
