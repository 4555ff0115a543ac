import { Button } from "#components/ui/button.tsx";
import type { Proposal } from "#lib/evidence/evidence.ts";
import { formatDate } from "#lib/presentation/dates.ts";
import { EvidenceSights } from "./evidence-sights.tsx";

type Props = {
  proposal: Proposal;
  /** What the level means in the question's words. */
  level: string;
  checksHref: string;
  /** Left out where it cannot be accepted: answered already, or not allowed to. */
  onAccept?: () => void;
};

/** What the scan proves already, with what it rests on; a person accepts it, or says otherwise. */
export function ProposalNotice({ proposal, level, checksHref, onAccept }: Props) {
  return (
    <section aria-label="Proposed answer" className="rounded-panel border border-rule border-dashed px-4 py-3.5">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0 flex-1 basis-72">
          <p className="text-muted text-xs">
            The scan of {formatDate(proposal.at)}
            {proposal.tools.map(({ name, version }) => ` by ${name} ${version}`)} proposes
          </p>
          <p className="mt-0.5 font-strong">
            {proposal.maturity} · {level}
          </p>
          <p className="mt-0.5">{proposal.says}</p>
        </div>
        {onAccept && (
          <Button size="small" onClick={onAccept} aria-keyshortcuts="A">
            Accept
            <kbd className="rounded-small border border-hairline px-1 font-normal font-sans text-muted text-xs">A</kbd>
          </Button>
        )}
      </div>
      {proposal.sights.length > 0 && (
        <details className="group mt-2">
          <summary className="flex min-h-6 list-none items-center text-accent underline decoration-accent/40 underline-offset-[3px]">
            What it saw
          </summary>
          <div className="mt-2">
            <EvidenceSights sights={proposal.sights} checksHref={checksHref} />
          </div>
        </details>
      )}
    </section>
  );
}
