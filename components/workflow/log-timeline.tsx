import { formatTime } from "#lib/presentation/dates.ts";

export type LogLine = { number: number; at: string; who: string; kind: string; says: string; hash: string };

/** What happened to the assessment, newest first. */
export function LogTimeline({ lines }: { lines: readonly LogLine[] }) {
  if (lines.length === 0)
    return <p className="text-muted">Nothing yet: the log begins with the first review or step.</p>;
  return (
    <ol reversed className="border-hairline border-l pl-5">
      {lines.toReversed().map(({ number, at, who, says, hash }) => (
        <li key={number} className="relative pb-4 last:pb-0">
          <span aria-hidden className="absolute top-1.5 -left-[1.4rem] size-1.5 rounded-round bg-rule" />
          <p className="wrap-anywhere reading-width">
            <span className="font-strong">{who}</span> {says}
          </p>
          <p className="mt-0.5 flex flex-wrap gap-x-3 text-muted text-xs">
            <span>{formatTime(at)}</span>
            <span>
              entry {number}, <code className="font-mono">{hash.slice(0, 12)}</code>
            </span>
          </p>
        </li>
      ))}
    </ol>
  );
}
