import { AcceptedSection } from "#components/exceptions/accepted-section.tsx";
import type { ExceptionLine } from "#components/exceptions/exception-cells.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { Section } from "#components/ui/section.tsx";
import type { CheckTally, PodSecurityLevel } from "#lib/checks/result.ts";
import type { Threshold } from "#lib/presentation/sentences-of-thresholds.ts";
import { JudgedBy } from "./judged-by.tsx";
import { PodSecuritySummary } from "./pod-security-summary.tsx";
import { ResultFilter, type ResultFilterValues } from "./result-filter.tsx";
import { ResultTable, type ResultTableRow } from "./result-table.tsx";
import { ScanSummary } from "./scan-summary.tsx";
import { TallyTable } from "./tally-table.tsx";

type Props = {
  scan: {
    id: string;
    cluster: { id: string };
    snapshot: { objectTotal: number; kubernetesVersion: string; takenAt: string | null; uploadedAt: string };
    thresholds: readonly Threshold[];
    thresholdsChanged: boolean;
    exceptions: readonly ExceptionLine[];
    tallies: readonly CheckTally[];
    failTotal: number;
    acceptedTotal: number;
    podSecurity: Record<PodSecurityLevel, number>;
    results: { rows: readonly ResultTableRow[]; total: number; page: number; pages: number; size: number };
  };
  filter: ResultFilterValues;
  /** The filter as it stands in the address. */
  query: string;
  /** Address of the organization: "/meridian-freight". */
  home: string;
  mayAccept: boolean;
  mayChangeThresholds: boolean;
};

/** A scan: in five numbers, by result, by check, and by Pod Security level. */
export function ScanView({ scan, filter, query, home, mayAccept, mayChangeThresholds }: Props) {
  const { tallies, podSecurity, results } = scan;
  const checksHref = `${home}/checks`;
  const clusterHref = `${home}/clusters/${scan.cluster.id}`;
  const looked = tallies.filter((tally) => tally.fail + tally.pass > 0);
  const checks = {
    failed: looked.filter((tally) => tally.fail > 0).length,
    passed: looked.filter((tally) => tally.fail === 0).length,
    notAssessable: tallies.filter((tally) => tally.notAssessable > 0 && tally.fail + tally.pass === 0).length,
  };
  const told = tallies.filter((tally) => tally.fail + tally.notAssessable > 0).map((tally) => tally.check);
  return (
    <>
      <ScanSummary
        objects={scan.snapshot.objectTotal}
        fails={scan.failTotal}
        accepted={scan.acceptedTotal}
        kubernetesVersion={scan.snapshot.kubernetesVersion}
        checks={checks}
        podSecurity={podSecurity}
      />
      <ResultFilter now={filter} checks={told} />
      <div>
        <ResultTable
          rows={results.rows}
          checksHref={checksHref}
          exceptionsHref={mayAccept ? `${clusterHref}/exceptions` : null}
        />
        <Pagination things="results" query={query} {...results} />
      </div>
      <AcceptedSection lines={scan.exceptions} checksHref={checksHref} href={`${clusterHref}/exceptions`} />
      <Section
        title="How each check went"
        lede="By resources. What could not look says why, and never counts as passed."
      >
        <TallyTable tallies={tallies} checksHref={checksHref} resultsHref={`${clusterHref}/scans/${scan.id}`} />
      </Section>
      <Section title="Workloads by Pod Security level">
        <PodSecuritySummary counts={podSecurity} />
      </Section>
      <JudgedBy
        thresholds={scan.thresholds}
        changed={scan.thresholdsChanged}
        takenAt={scan.snapshot.takenAt}
        uploadedAt={scan.snapshot.uploadedAt}
        changeHref={mayChangeThresholds ? `${clusterHref}#thresholds` : null}
      />
    </>
  );
}
