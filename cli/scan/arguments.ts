import { parseArgs } from "node:util";
import { SEVERITIES, type Severity } from "#lib/catalog/framework.ts";

export const USAGE = `usage: npm run --silent scan -- [--format table|json|sarif] [--kubernetes-version X.Y] [--each] [--all]
                               [--fail-on low|medium|high|critical] PATH… | -`;

const FORMATS = ["table", "json", "sarif"] as const;
export type ScanOptions = {
  format: (typeof FORMATS)[number];
  kubernetesVersion: string | undefined;
  each: boolean;
  all: boolean;
  failOn: Severity | null;
  paths: string[];
};

/** The options, or one sentence about what is wrong with them. */
export function readArguments(words: string[]): ScanOptions | { wrong: string } {
  try {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        format: { type: "string", default: "table" },
        "kubernetes-version": { type: "string" },
        each: { type: "boolean", default: false },
        all: { type: "boolean", default: false },
        "fail-on": { type: "string" },
      },
    });
    const format = FORMATS.find((name) => name === values.format);
    if (!format) return { wrong: `--format ${values.format} is not table, json or sarif` };
    const failOn = SEVERITIES.find((name) => name === values["fail-on"]) ?? null;
    if (values["fail-on"] !== undefined && !failOn)
      return { wrong: `--fail-on ${values["fail-on"]} is not low, medium, high or critical` };
    const version = values["kubernetes-version"];
    if (version !== undefined && !/^v?1\.\d{1,3}(\.\d+)?$/.test(version))
      return { wrong: `--kubernetes-version ${version} is not like 1.34` };
    if (positionals.length === 0) return { wrong: "name at least one file or folder, or - for standard input" };
    const kubernetesVersion = version && /1\.\d+/.exec(version)?.[0];
    return { format, kubernetesVersion, each: values.each, all: values.all, failOn, paths: positionals };
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : "the options cannot be read" };
  }
}
