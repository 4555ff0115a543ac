type Props = {
  label: string;
  /** Null: it is not known how much there is. */
  done: number | null;
  of: number;
  /** What stands beside it: "14 of 120 questions". */
  text?: string;
  /** Only the bar; the words stand elsewhere. */
  bare?: boolean;
};

/** How much of something is done. */
export function ProgressBar({ label, done, of, text, bare }: Props) {
  const share = done === null ? null : of > 0 ? Math.min(1, done / of) : 0;
  return (
    <div className="min-w-0">
      {!bare && (
        <p className="mb-1.5 flex justify-between gap-4 text-xs">
          <span>{label}</span>
          <span className="text-muted">{text}</span>
        </p>
      )}
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share === null ? undefined : Math.round(share * 100)}
        aria-valuetext={text}
        className="h-1.5 overflow-hidden rounded-round bg-hairline"
      >
        <div
          className={share === null ? "h-full w-1/3 bg-accent motion-safe:animate-pulse" : "h-full bg-accent"}
          style={share === null ? undefined : { width: `${share * 100}%` }}
        />
      </div>
    </div>
  );
}
