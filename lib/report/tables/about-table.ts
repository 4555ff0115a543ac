import type { ReportApproval, ReportModel } from "../report.ts";
import { type ReportTable, tableOf } from "./table.ts";

type Fact = { what: string; value: string | number | null };

/** What the report is about: organization, version, digest, clusters, the sentences of its summary. */
export function aboutTable(report: ReportModel): ReportTable {
  const facts: Fact[] = [
    { what: "Organization", value: report.organization },
    { what: "Assessment", value: report.assessment },
    { what: "Date", value: report.date },
    { what: "Version", value: report.version },
    { what: "SHA-256", value: report.digest },
    { what: "Prepared by", value: report.preparedBy },
    ...(report.signed
      ? [
          { what: "Signed by", value: `${report.signed.by}, ${report.signed.at.slice(0, 10)}` },
          { what: "Digest of the signed document", value: report.signed.digest },
          { what: "Anchor of the log", value: `${report.signed.log.count}:${report.signed.log.hash}` },
        ]
      : []),
    ...(report.approved ? approvalFacts(report.approved) : []),
    { what: "Headline", value: report.headline },
    ...report.summary.map((sentence) => ({ what: "Summary", value: sentence })),
    ...report.clusters.map((cluster) => ({
      what: "Cluster",
      value: `${cluster.name}: ${cluster.distribution} ${cluster.kubernetesVersion}, criticality ${cluster.criticality}, data sensitivity ${cluster.dataSensitivity}, ${cluster.scannedAt ? `${cluster.objects} objects scanned on ${cluster.scannedAt.slice(0, 10)}` : "not scanned"}`,
    })),
  ];
  return tableOf("about", "About", facts, {
    what: ["What", "text", (fact) => fact.what],
    value: ["Value", "text", (fact) => fact.value],
  });
}

function approvalFacts({ version, by, at, days, cost, note, digest }: ReportApproval): Fact[] {
  return [
    { what: "Approved version", value: version },
    { what: "Approved by", value: `${by}, ${at.slice(0, 10)}` },
    { what: "Approved person-days", value: days },
    ...(cost ? [{ what: "Approved budget", value: `${cost.currency} ${cost.amount}` }] : []),
    ...(note ? [{ what: "Note of the approval", value: note }] : []),
    { what: "Digest of the approved plan", value: digest },
  ];
}
