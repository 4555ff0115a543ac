import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RoadmapView } from "#components/roadmap/roadmap-view.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { progressAgainstPlan } from "#lib/planning/progress-against-plan.ts";
import { formatDate } from "#lib/presentation/dates.ts";
import { sayYear } from "#lib/presentation/sentences-of-plans.ts";
import { openShare } from "#lib/server/services/shares/open-share.ts";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "Roadmap", robots: { index: false, follow: false } };

type Props = { params: Promise<{ token: string }> };

/** The roadmap for people without an account, as far as their link goes. */
export default async function SharedPage({ params }: Props) {
  const plan = await openShare((await params).token);
  if (!plan) notFound();
  const { organization, assessment, version, approvedOn, at, roadmap, initiatives, progress } = plan;
  const of = [organization, assessment].filter(Boolean).join(", ");
  return (
    <main id="content" className="mx-auto w-full max-w-6xl px-5 py-10 sm:px-8">
      <PageHeader
        title={sayYear(roadmap)}
        lede={`${of ? `${of}. ` : ""}Version ${version}, ${approvedOn ? `approved on ${formatDate(approvedOn)}` : "not approved yet"}. As it stands on ${formatDate(at.slice(0, 10))}, to read.`}
      />
      <RoadmapView
        roadmap={roadmap}
        initiatives={initiatives}
        progress={progress}
        onPlan={progressAgainstPlan(roadmap, initiatives, progress, at)}
        at={at}
      />
    </main>
  );
}
