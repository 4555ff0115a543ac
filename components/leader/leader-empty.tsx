import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";

type Props = {
  organization: string;
  clusters: number;
  /** Left out for who may not. */
  newClusterHref?: string;
  clustersHref: string;
  newAssessmentHref?: string;
};

const STEPS = [
  ["Add a cluster", "its name, who runs it, how critical it is"],
  ["Upload a snapshot", "what kubectl prints; secret values are taken out before anything is stored"],
  ["Start an assessment", "the scans answer most questions, people the rest"],
  ["Plan the year", "four plans of 90 days from the findings and from who is there"],
] as const;

/** Before there is any assessment: the four steps to a roadmap, and the one that comes now. */
export function LeaderEmpty({ organization, clusters, newClusterHref, clustersHref, newAssessmentHref }: Props) {
  const next =
    clusters === 0
      ? newClusterHref && { href: newClusterHref, says: "Add a cluster" }
      : newAssessmentHref && { href: newAssessmentHref, says: "Start an assessment" };
  return (
    <>
      <PageHeader title={`${organization} has no assessment yet.`} />
      <EmptyState
        title="About two weeks from here to a 12-month roadmap"
        action={
          next && (
            <>
              <ButtonLink variant="primary" href={next.href}>
                {next.says}
              </ButtonLink>
              {clusters > 0 && <ButtonLink href={clustersHref}>See the clusters</ButtonLink>}
            </>
          )
        }
      >
        <ol className="flex list-decimal flex-col gap-1.5 pl-5 marker:text-muted">
          {STEPS.map(([step, more]) => (
            <li key={step}>
              <span className="font-strong text-ink">{step}</span>: {more}
            </li>
          ))}
        </ol>
      </EmptyState>
    </>
  );
}
