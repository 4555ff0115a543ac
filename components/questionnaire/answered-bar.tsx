type Props = {
  label: string;
  answered: number;
  proposed: number;
  of: number /** Only the bar; the words stand elsewhere. */;
  bare?: boolean;
};

/** How many are answered, and how many a scan proposes: two shares of one bar, told apart by shape as well. */
export function AnsweredBar({ label, answered, proposed, of, bare }: Props) {
  const share = (count: number) => `${of > 0 ? (count / of) * 100 : 0}%`;
  const text = `${answered} of ${of}${proposed > 0 ? `, ${proposed} proposed` : ""}`;
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
        aria-valuemax={of}
        aria-valuenow={answered}
        aria-valuetext={text}
        className={`flex overflow-hidden rounded-round bg-hairline ${bare ? "h-1" : "h-1.5"}`}
      >
        <div className="h-full bg-accent" style={{ width: share(answered) }} />
        <div className="h-full bg-accent/40" style={{ width: share(proposed) }} />
      </div>
    </div>
  );
}
