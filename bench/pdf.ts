import { largeReportFixture, reportFixture } from "#lib/report/report.fixture.ts";
import type { ReportModel } from "#lib/report/report.ts";
import { renderReportPdf } from "#lib/server/render/pdf/render-report-pdf.ts";

const RUNS = 5;

/** Best of some runs: what the code costs, not what the machine did beside it. The first run also reads the fonts. */
async function measure(name: string, model: ReportModel): Promise<void> {
  const seconds: number[] = [];
  let size = 0;
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    size = (await renderReportPdf(model)).length;
    seconds.push((performance.now() - start) / 1000);
  }
  console.log(
    `pdf ${name}: ${Math.min(...seconds).toFixed(2)} s, first ${(seconds[0] ?? 0).toFixed(2)} s, ${(size / 1024).toFixed(0)} KiB`,
  );
}

await measure("55 findings, 22 initiatives", reportFixture());
await measure("3,000 findings, 200 initiatives", largeReportFixture(3000, 200));
