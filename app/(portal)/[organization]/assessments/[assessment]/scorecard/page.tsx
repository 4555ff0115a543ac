import type { Metadata } from "next";
import { read, requireActor } from "#app/door/reader.ts";
import { OwnWorkDialog } from "#components/scorecard/own-work-dialog.tsx";
import { ScorecardBoard } from "#components/scorecard/scorecard-board.tsx";
import { ScorecardEmpty } from "#components/scorecard/scorecard-empty.tsx";
import { UnestimatedTray } from "#components/scorecard/unestimated-tray.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { formatDays, formatRisk, formatThings } from "#lib/presentation/numbers.ts";
import { readScorecard } from "#lib/server/services/initiatives/read-scorecard.ts";
import { overrideAction } from "../actions.ts";
import { removeOwnAction, saveOwnAction } from "./actions.ts";

export const metadata: Metadata = { title: "Scorecard" };

type Props = {
  params: Promise<{ organization: string; assessment: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ScorecardPage({ params, searchParams }: Props) {
  const { organization, assessment: id } = await params;
  const asked = await searchParams;
  const one = (name: string) => (typeof asked[name] === "string" ? asked[name] : null);
  const view = await read(readScorecard(await requireActor(organization), { assessment: id }));
  const { assessment, initiatives, unestimated, own, findings, uncharted, names, mayOverride } = view;
  const home = `/${organization}/assessments/${id}`;
  const first = initiatives.filter(({ quadrant }) => quadrant === "do now");
  const sum = (of: typeof initiatives) => ({
    risk: of.reduce((total, { risk }) => total + risk, 0),
    days: of.reduce((total, { effort }) => total + effort.days, 0),
  });
  const title =
    initiatives.length === 0
      ? "Nothing to weigh yet"
      : `${formatThings(first.length, "initiative")} to do now take out ${formatRisk(sum(first).risk)} of ${formatRisk(sum(initiatives).risk)} for ${formatDays(sum(first).days)}`;
  const saveOverride = mayOverride ? overrideAction.bind(null, organization, id) : undefined;
  const ownActions = view.mayAdd
    ? {
        choices: { dimensions: view.dimensions, remedies: view.remedies, own },
        save: saveOwnAction.bind(null, organization, id),
        remove: removeOwnAction.bind(null, organization, id),
      }
    : undefined;
  return (
    <>
      <PageHeader
        crumbs={[
          { title: "Assessments", href: `/${organization}/assessments` },
          { title: assessment.name, href: home },
          { title: "Scorecard" },
        ]}
        title={title}
        lede={
          unestimated.length > 0 && (
            <TextLink href="#without-estimate">
              {`${formatThings(unestimated.length, "initiative")} without an estimate`}
            </TextLink>
          )
        }
        action={ownActions && <OwnWorkDialog choices={ownActions.choices} save={ownActions.save} />}
      />
      {initiatives.length === 0 ? (
        <ScorecardEmpty
          uncharted={uncharted}
          uploadHref={`/${organization}/clusters`}
          questionnaireHref={`${home}/questionnaire`}
        />
      ) : (
        <ScorecardBoard
          initiatives={initiatives}
          findings={findings}
          selected={one("initiative")}
          query={{
            ...{ quadrant: one("quadrant"), layer: one("layer"), dimension: one("dimension") },
            ...{ concern: one("concern"), cluster: one("cluster"), skill: one("skill"), compare: one("compare") },
          }}
          names={names}
          findingsHref={`${home}/findings`}
          checksHref={`/${organization}/checks`}
          saveOverride={saveOverride}
          own={own}
          ownActions={ownActions}
        />
      )}
      <UnestimatedTray unestimated={unestimated} own={own} actions={ownActions} saveOverride={saveOverride} />
    </>
  );
}
