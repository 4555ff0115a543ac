import { ScanSearch, UserRound } from "lucide-react";
import { RichText } from "#components/ui/rich-text.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { MATURITY_NAMES } from "#lib/catalog/control.ts";
import { formatTime } from "#lib/presentation/dates.ts";
import type { LedgerHrefs, LedgerItem } from "./ledger-item.ts";

/** What people claim, and what was seen, side by side. */
export function TwoVoices({ line, hrefs }: { line: LedgerItem; hrefs: LedgerHrefs }) {
  const { claims, seen, now, clusterId } = line;
  return (
    <div className="grid border-hairline border-b lg:grid-cols-2 lg:divide-x lg:divide-hairline">
      <section aria-label="Claimed" className="min-w-0 px-5 py-4 max-lg:border-hairline max-lg:border-b">
        <h4 className="flex items-center gap-2 font-strong">
          <UserRound aria-hidden size={16} /> Claimed
        </h4>
        {claims.map(({ question, asks, level, comment, by, at }) => (
          <div key={question} className="mt-3">
            <p className="text-muted text-xs">
              <TextLink href={`${hrefs.questionnaire}?question=${question}`}>{asks}</TextLink>
            </p>
            <p className="mt-1">
              <RichText text={level} />
            </p>
            {comment.trim() !== "" && (
              <blockquote className="wrap-anywhere mt-2 line-clamp-6 whitespace-pre-line border-rule border-l-2 pl-3">
                {comment}
              </blockquote>
            )}
            <p className="mt-2 text-muted text-xs">
              {by}, {formatTime(at)}
            </p>
          </div>
        ))}
      </section>
      <section aria-label="Seen" className="min-w-0 px-5 py-4">
        <h4 className="flex items-center gap-2 font-strong">
          <ScanSearch aria-hidden size={16} /> Seen
        </h4>
        {now && (
          <p className="mt-3">
            {now.seen}, {MATURITY_NAMES[now.seen]}
          </p>
        )}
        {seen.map(({ says, at, scan }) => (
          <div key={`${scan} ${says}`} className="mt-2">
            <p className="wrap-anywhere">{says}</p>
            <p className="mt-1 text-muted text-xs">
              <TextLink href={`${hrefs.clusters}/${clusterId}/scans/${scan}`}>Scan of {formatTime(at)}</TextLink>
            </p>
          </div>
        ))}
        {now && now.failing.length > 0 && (
          <p className="wrap-anywhere mt-2 text-muted text-xs">Fails: {now.failing.join(", ")}</p>
        )}
      </section>
    </div>
  );
}
