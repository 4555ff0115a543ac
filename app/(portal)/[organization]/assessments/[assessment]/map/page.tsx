import type { Metadata } from "next";
import { read, requireActor } from "#app/door/reader.ts";
import { HeatMapFigure } from "#components/maps/heat-map-figure.tsx";
import { LayersMapFigure } from "#components/maps/layers-map-figure.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { readCharts } from "#lib/server/services/assessments/read-charts.ts";

export const metadata: Metadata = { title: "Maps" };

export default async function MapPage({ params }: { params: Promise<{ organization: string; assessment: string }> }) {
  const { organization, assessment: id } = await params;
  const charts = await read(readCharts(await requireActor(organization), { assessment: id }));
  const home = `/${organization}/assessments`;
  const findingsHref = `${home}/${id}/findings`;
  return (
    <>
      <PageHeader
        crumbs={[
          { title: "Assessments", href: home },
          { title: charts.assessment.name, href: `${home}/${id}` },
          { title: "Maps" },
        ]}
        title={charts.headline}
      />
      <Section
        title="The 4 C's"
        lede="Four layers, each within the next outer one; hazards where they were found, hatching where nobody has looked."
      >
        <LayersMapFigure
          map={charts.layersMap}
          narrow={charts.layersMapNarrow}
          title={charts.headline}
          findingsHref={findingsHref}
        />
      </Section>
      <Section title="Layers by dimensions" lede="The same risk by the eight dimensions of health.">
        <HeatMapFigure
          map={charts.heatMap}
          narrow={charts.heatMapNarrow}
          title="Score and risk by layer and dimension"
          findingsHref={findingsHref}
        />
      </Section>
    </>
  );
}
