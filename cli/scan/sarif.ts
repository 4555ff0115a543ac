import type { Check } from "#lib/checks/check.ts";
import type { Result } from "#lib/checks/result.ts";
import type { ScanDocument } from "./json.ts";

const LEVEL = { critical: "error", high: "error", medium: "warning", low: "note" } as const;
/** GitHub orders alerts by this number. */
const SCORE = { critical: "9.5", high: "8.0", medium: "5.5", low: "3.0" } as const;

/** SARIF 2.1.0 of one or more scans: one run each, fails only. */
export function toSarif(documents: readonly ScanDocument[], checks: readonly Check[]): object {
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: documents.map((document) => ({
      tool: { driver: { name: "chartroom", rules: checks.map(toRule) } },
      automationDetails: { id: `chartroom/${document.source}` },
      results: document.results
        .filter((result) => result.outcome === "fail")
        .map((result) => toSarifResult(result, checks)),
    })),
  };
}

function toRule(check: Check): object {
  return {
    id: check.id,
    shortDescription: { text: check.title },
    fullDescription: { text: check.why },
    help: { text: check.fix },
    properties: {
      "security-severity": SCORE[check.severity],
      tags: [check.layer, check.dimension, ...check.references],
    },
  };
}

function toSarifResult(result: Result, checks: readonly Check[]): object {
  const { kind, namespace, name } = result.resource;
  return {
    ruleId: result.check,
    ruleIndex: checks.findIndex((check) => check.id === result.check),
    level: LEVEL[result.severity],
    message: { text: result.message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(result.at.path || "snapshot") },
          region: { startLine: result.at.line ?? 1 },
        },
        logicalLocations: [
          { fullyQualifiedName: [namespace, kind, name, result.field].filter(Boolean).join("/"), kind: "resource" },
        ],
      },
    ],
  };
}
