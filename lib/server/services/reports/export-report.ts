import { createHash } from "node:crypto";
import { CATALOG } from "#lib/catalog/catalog.ts";
import { AssessmentId } from "#lib/contracts/inputs.ts";
import { heatMap } from "#lib/maps/heat-map.ts";
import { layersMap } from "#lib/maps/layers-map.ts";
import { headline } from "#lib/presentation/sentences-of-scores.ts";
import { buildReport, digestInput } from "#lib/report/build-report.ts";
import { findLatestRoadmap } from "#lib/server/db/roadmaps.ts";
import { findSnapshot } from "#lib/server/db/snapshots.ts";
import { renderReportPdf } from "#lib/server/render/pdf/render-report-pdf.ts";
import { loadStanding } from "../assessments/load-standing.ts";
import { longVerb } from "../verb.ts";

/** The roadmap report as a PDF. The same state gives the same digest. */
export const exportReport = longVerb(
  { name: "reports.export-report", may: "report.export", input: AssessmentId },
  async (inWork, input) => {
    const model = await inWork(async (work, member) => {
      const standing = await loadStanding(work, input.assessment, member.scanMaxAgeDays);
      const stored = await findLatestRoadmap(work, input.assessment);
      const clusters = [];
      for (const { profile, scan } of standing.clusters) {
        const snapshot = scan && (await findSnapshot(work, scan.snapshotId));
        const distribution =
          standing.assessment.clusters.find((cluster) => cluster.id === profile.id)?.distribution ?? "";
        clusters.push({
          name: profile.name,
          distribution,
          kubernetesVersion: snapshot?.kubernetesVersion ?? "",
          criticality: profile.criticality,
          dataSensitivity: profile.dataSensitivity,
          scannedAt: scan?.at.toISOString() ?? null,
          objects: snapshot?.objectTotal ?? 0,
        });
      }
      return buildReport({
        organization: member.organizationName,
        assessment: standing.assessment.name,
        date: standing.at.slice(0, 10),
        version: stored?.version ?? 0,
        preparedBy: member.name,
        clusters,
        scores: standing.card,
        layersMap: layersMap(CATALOG, standing.card, standing.findings),
        heatMap: heatMap(CATALOG, standing.card),
        initiatives: stored?.initiatives ?? standing.initiatives,
        roadmap: stored?.roadmap ?? null,
        findings: standing.findings.filter((finding) => finding.maturity !== null),
        uncharted: standing.findings.filter((finding) => finding.maturity === null),
        headline: headline(CATALOG, standing.card, standing.findings),
        contradictions: standing.clusters.flatMap(({ verdicts }) =>
          verdicts.verdicts.flatMap(({ contradiction }) =>
            contradiction
              ? [{ control: contradiction.control, sentence: contradiction.sentence, cluster: verdicts.clusterName }]
              : [],
          ),
        ),
      });
    });
    const digest = createHash("sha256").update(digestInput(model)).digest("hex");
    return {
      fileName: fileName(model.organization, model.assessment, model.version),
      pdf: await renderReportPdf({ ...model, digest }),
    };
  },
);

function fileName(organization: string, assessment: string, version: number): string {
  const plain = `${organization} ${assessment} roadmap v${version}`.normalize("NFKD").replaceAll(/[^\w.-]+/g, "-");
  return `${plain.replaceAll(/^-+|-+$/g, "").slice(0, 120)}.pdf`;
}
