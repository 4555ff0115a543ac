import { FileCheck2, FilePen } from "lucide-react";
import { Badge } from "#components/ui/badge.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { formatDate } from "#lib/presentation/dates.ts";
import { STATE_NAMES } from "#lib/workflow/sentences-of-blockers.ts";
import type { AssessmentState } from "#lib/workflow/states.ts";

type Props = {
  state: AssessmentState;
  signature: { by: string; at: string; digest: string } | null;
  reviewHref: string;
};

/** How far the assessment is, at the head of each of its pages. */
export function StateLine({ state, signature, reviewHref }: Props) {
  const Icon = signature ? FileCheck2 : FilePen;
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted text-xs">
      <Badge icon={<Icon aria-hidden size={12} />}>{STATE_NAMES[state]}</Badge>
      {signature && (
        <span>
          by {signature.by} on {formatDate(signature.at)}, digest{" "}
          <code className="font-mono">{signature.digest.slice(0, 12)}</code>
        </span>
      )}
      <TextLink href={reviewHref}>{signature ? "What was signed" : "What comes next"}</TextLink>
    </p>
  );
}
