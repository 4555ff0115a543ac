import type { Metadata } from "next";
import { read, requireActor } from "#app/door/reader.ts";
import { LeaderEmpty } from "#components/leader/leader-empty.tsx";
import { LeaderPage } from "#components/leader/leader-page.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { can } from "#lib/access/permissions.ts";
import { readLeaderPage } from "#lib/server/services/assessments/read-leader-page.ts";
import { listClusters } from "#lib/server/services/clusters/list-clusters.ts";
import { readOrganization } from "#lib/server/services/organizations/read-organization.ts";

export const metadata: Metadata = { title: "Where we stand" };

/** Where are we, what is next, are we on plan: what a leader sees first. */
export default async function WhereWeStandPage({ params }: { params: Promise<{ organization: string }> }) {
  const { organization } = await params;
  const actor = await requireActor(organization);
  const view = await read(readLeaderPage(actor, {}));
  const home = `/${organization}`;
  if (!view) {
    const [{ name, member }, clusters] = [await read(readOrganization(actor, {})), await read(listClusters(actor, {}))];
    return (
      <LeaderEmpty
        organization={name}
        clusters={clusters.length}
        clustersHref={`${home}/clusters`}
        newClusterHref={can(member.role, "clusters.write") ? `${home}/clusters/new` : undefined}
        newAssessmentHref={can(member.role, "assessments.write") ? `${home}/assessments/new` : undefined}
      />
    );
  }
  const of = `${home}/assessments/${view.assessment.id}`;
  return (
    <LeaderPage
      view={view}
      hrefs={{
        map: `${of}/map`,
        scorecard: `${of}/scorecard`,
        plan: `${of}/plan`,
        questionnaire: `${of}/questionnaire`,
        clusters: `${home}/clusters`,
        contradictions: `${of}/contradictions`,
        derivation: `${of}/derivation.json`,
      }}
      action={
        <ButtonLink variant="primary" href={`${of}/roadmap.pdf`} prefetch={false} download>
          Export the roadmap as PDF
        </ButtonLink>
      }
    />
  );
}
