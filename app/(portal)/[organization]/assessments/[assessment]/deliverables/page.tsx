import type { Metadata } from "next";
import { read, requireActor } from "#app/door/reader.ts";
import { DeliverableList } from "#components/deliverables/deliverable-list.tsx";
import { ShareSection } from "#components/shares/share-section.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { formatThings } from "#lib/presentation/numbers.ts";
import { readDeliverables } from "#lib/server/services/reports/read-deliverables.ts";
import { readShares } from "#lib/server/services/shares/read-shares.ts";
import { createShareAction, revokeShareAction } from "./share-actions.ts";

export const metadata: Metadata = { title: "Deliverables" };

type Props = { params: Promise<{ organization: string; assessment: string }> };

export default async function DeliverablesPage({ params }: Props) {
  const { organization, assessment: id } = await params;
  const actor = await requireActor(organization);
  const view = await read(readDeliverables(actor, { assessment: id }));
  const shares = await read(readShares(actor, { assessment: id }));
  const home = `/${organization}/assessments`;
  return (
    <>
      <PageHeader
        crumbs={[
          { title: "Assessments", href: home },
          { title: view.assessment.name, href: `${home}/${id}` },
          { title: "Deliverables" },
        ]}
        title={
          view.version === null
            ? "Nothing is planned yet, so the files hold the findings alone"
            : `Version ${view.version} of the roadmap, with ${formatThings(view.initiatives, "initiative")}, in ten formats`
        }
        lede="All are made from the same report, and say its SHA-256. The same state gives the same bytes."
      />
      <DeliverableList href={`${home}/${id}/deliverables`} />
      <ShareSection
        {...shares}
        create={createShareAction.bind(null, organization, id)}
        revoke={revokeShareAction.bind(null, organization, id)}
      />
    </>
  );
}
