import type { ReportModel } from "../report.ts";
import { aboutTable } from "./about-table.ts";
import { acceptedRisksTable } from "./accepted-risks-table.ts";
import { answersTable } from "./answers-table.ts";
import { contradictionsTable } from "./contradictions-table.ts";
import { evidenceTable } from "./evidence-table.ts";
import { findingsTable, resourcesTable, unchartedTable } from "./findings-tables.ts";
import { initiativesTable } from "./initiatives-table.ts";
import { capacityTable, curveTable, leftOutTable, roadmapTable } from "./roadmap-tables.ts";
import { concernScoresTable, dimensionScoresTable, layerScoresTable } from "./scores-tables.ts";
import type { ReportTable } from "./table.ts";
import { unestimatedTable } from "./unestimated-table.ts";

/** Everything that a report says, as tables: what each spreadsheet, list and import file is made from. */
export function tablesOfReport(report: ReportModel): ReportTable[] {
  return [
    aboutTable(report),
    roadmapTable(report),
    initiativesTable(report),
    leftOutTable(report),
    unestimatedTable(report),
    acceptedRisksTable(report),
    capacityTable(report),
    curveTable(report),
    layerScoresTable(report),
    concernScoresTable(report),
    dimensionScoresTable(report),
    findingsTable(report),
    resourcesTable(report),
    unchartedTable(report),
    contradictionsTable(report),
    answersTable(report),
    evidenceTable(report),
  ];
}
