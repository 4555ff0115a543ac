import type { ReactNode } from "react";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { formatList, formatThings } from "#lib/presentation/numbers.ts";
import { AreWeOnPlan } from "./are-we-on-plan.tsx";
import type { LeaderHrefs, LeaderView } from "./leader-view.ts";
import { WaitingDecisions } from "./waiting-decisions.tsx";
import { WhatIsNext } from "./what-is-next.tsx";
import { WhereWeAre } from "./where-we-are.tsx";

type Props = {
  view: LeaderView;
  hrefs: LeaderHrefs;
  /** The one primary action: the report, usually. */
  action?: ReactNode;
};

/** The leader's first page: where are we, what is next, are we on plan; below, what waits for a decision. */
export function LeaderPage({ view, hrefs, action }: Props) {
  const { name, clusters } = view.assessment;
  const on =
    clusters.length <= 3
      ? formatList(clusters.map((cluster) => cluster.name))
      : formatThings(clusters.length, "cluster");
  return (
    <>
      <PageHeader title={view.headline} lede={`${name} · ${on}`} action={action} />
      <div className="grid gap-5 md:grid-cols-2 xl:grid-cols-3">
        <WhereWeAre view={view} hrefs={hrefs} />
        <WhatIsNext view={view} hrefs={hrefs} />
        <div className="grid min-w-0 md:col-span-2 xl:col-span-1">
          <AreWeOnPlan view={view} planHref={hrefs.plan} />
        </div>
      </div>
      <div className="mt-12 max-w-4xl">
        <Section title="What waits for a decision">
          <WaitingDecisions view={view} hrefs={hrefs} />
        </Section>
      </div>
    </>
  );
}
