import { createHash } from "node:crypto";
import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import type { Check } from "#lib/checks/check.ts";
import type { Result } from "#lib/checks/result.ts";
import type { ScanDocument } from "./json.ts";

const LEVEL = { critical: "error", high: "error", medium: "warning", low: "note" } as const;
/** GitHub orders alerts by this number. */
const SCORE = { critical: "9.5", high: "8.0", medium: "5.5", low: "3.0" } as const;

/**
 * SARIF 2.1.0 of one or more scans, one run each: fails as results, checks that could not decide and files that could not
 * be read as notifications, so that whoever reads the file knows what it does not speak about.
 */
export function toSarif(documents: readonly ScanDocument[], checks: readonly Check[], version: string): object {
  const places = new Map(checks.map((check, at) => [check.id, at]));
  const rules = checks.map(toRule);
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: documents.map((document) => ({
      tool: { driver: { name: "chartroom", semanticVersion: version, rules } },
      automationDetails: { id: `chartroom/${document.source}` },
      columnKind: "utf16CodeUnits",
      invocations: [
        {
          executionSuccessful: document.unreadable.length === 0,
          toolExecutionNotifications: notificationsOf(document),
        },
      ],
      results: document.results
        .filter((result) => result.outcome === "fail")
        .map((result) => toSarifResult(result, places.get(result.check) ?? -1)),
    })),
  };
}

function toRule(check: Check): object {
  return {
    id: check.id,
    name: check.title,
    shortDescription: { text: check.title },
    fullDescription: { text: check.why },
    help: { text: `${check.fix}\n\nSee it by hand: ${check.seeByHand}`, markdown: helpOf(check) },
    defaultConfiguration: { level: LEVEL[check.severity] },
    properties: {
      "security-severity": SCORE[check.severity],
      tags: [check.layer, check.dimension, ...check.references],
    },
  };
}

function helpOf({ why, fix, seeByHand, before, after }: Check): string {
  const block = (language: string, text: string) => `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
  return [
    why,
    `**Fix.** ${fix}`,
    `**See it by hand.**\n\n${block("sh", seeByHand)}`,
    `**Before**\n\n${block("yaml", before)}`,
    `**After**\n\n${block("yaml", after)}`,
  ].join("\n\n");
}

function toSarifResult(result: Result, ruleIndex: number): object {
  const { kind, namespace, name } = result.resource;
  const fullyQualifiedName = [namespace, kind, name, result.field].filter(Boolean).join("/");
  return {
    ruleId: result.check,
    ruleIndex,
    level: LEVEL[result.severity],
    message: { text: `${namespace ? `${namespace}/` : ""}${kind}/${name}: ${result.message}` },
    locations: [
      {
        physicalLocation: placeOf(result.at.path, result.at.line),
        logicalLocations: [{ name, fullyQualifiedName, kind: "resource" }],
      },
    ],
    // By what is wrong where, and not by its line: an alert outlives an edit above it.
    partialFingerprints: {
      "chartroom/v1": createHash("sha256").update(`${result.check}\n${fullyQualifiedName}`).digest("hex"),
    },
  };
}

function notificationsOf({ results, unreadable }: ScanDocument): object[] {
  return [
    ...unreadable.map(({ path, line, reason }) => ({
      level: "warning",
      message: { text: reason },
      locations: [{ physicalLocation: placeOf(path, line) }],
    })),
    ...results
      .filter(({ outcome }) => outcome === "not-assessable")
      .map(({ check, message }) => ({ level: "note", message: { text: message }, associatedRule: { id: check } })),
  ];
}

/** Paths from the repository's root are what code hosts understand; others become addresses of files. */
function placeOf(path: string, line: number | undefined): object {
  const uri = isAbsolute(path)
    ? pathToFileURL(path).href
    : path.split("\\").join("/").split("/").map(encodeURIComponent).join("/");
  return {
    artifactLocation: { uri: path === "" || path === "-" ? "snapshot" : uri },
    region: { startLine: line ?? 1 },
  };
}
