import type { Metadata } from "next";
import { offers, read, requireActor } from "#app/door/reader.ts";
import { ConcernScores } from "#components/scores/concern-scores.tsx";
import { LayerStack } from "#components/scores/layer-stack.tsx";
import { ScoreFigure } from "#components/scores/score-figure.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { formatDate } from "#lib/presentation/dates.ts";
import { readCharts } from "#lib/server/services/assessments/read-charts.ts";

export const metadata: Metadata = { title: "Standing" };

export default async function StandingPage({
  params,
}: {
  params: Promise<{ organization: string; assessment: string }>;
}) {
  const { organization, assessment: id } = await params;
  const actor = await requireActor(organization);
  const { assessment, headline, card, scanned } = await read(readCharts(actor, { assessment: id }));
  const mayAnswer = await offers(actor, "answers.write");
  const home = `/${organization}/assessments`;
  const unscanned = assessment.clusters.length - scanned;
  return (
    <>
      <PageHeader
        crumbs={[{ title: "Assessments", href: home }, { title: assessment.name }]}
        title={headline}
        lede={`${assessment.clusters.map((cluster) => cluster.name).join(", ")} · since ${formatDate(assessment.startsOn)}${unscanned > 0 ? ` · ${unscanned} not scanned yet` : ""}`}
        action={
          <ButtonLink variant="primary" href={`${home}/${id}/questionnaire`}>
            {mayAnswer ? "Answer questions" : "Read the answers"}
          </ButtonLink>
        }
      />
      <Section title="Overall">
        <div className="max-w-md">
          <ScoreFigure
            own={card.overall.own}
            assured={card.overall.assured}
            derivation={card.overall.derivation}
            large
          />
        </div>
      </Section>
      <Section
        title="The four layers"
        lede="Each layer builds on the one around it: what is assured is never better than what is assured around it."
      >
        <LayerStack layers={card.layers} label="Own and assured score of each layer" />
      </Section>
      <Section title="Concerns and dimensions" lede="Every number opens how it was computed.">
        <ConcernScores concerns={card.concerns} dimensions={card.dimensions} />
      </Section>
    </>
  );
}
