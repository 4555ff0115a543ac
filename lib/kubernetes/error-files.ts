import type { Reading } from "./read-objects.ts";
import { decodeUtf8 } from "./text-bytes.ts";
import { codeOfText, readingsOf } from "./withheld.ts";

/** Support bundles write what could not be collected beside what could: cluster-resources/pods-errors.json. */
const NAME = /(?:^|[/\\])cluster-resources[/\\](?:.*[/\\])?([a-z-]{1,60})-errors\.json$/i;
const LONGEST = 1024 * 1024;

/** Folders and files of a bundle whose names are not those of the API. */
const RESOURCES: Readonly<Record<string, readonly string[]>> = {
  "auth-cani-list": [],
  "groups-resources": [],
  "pod-disruption-budgets": ["poddisruptionbudgets"],
  ingress: ["ingresses"],
  "network-policy": ["networkpolicies"],
  "resource-quota": ["resourcequotas"],
  "resource-quotas": ["resourcequotas"],
  "storage-classes": ["storageclasses"],
  storage: ["storageclasses"],
  "custom-resource-definitions": ["customresourcedefinitions"],
  "image-pull-secrets": ["secrets"],
  pvs: ["persistentvolumes"],
  pvcs: ["persistentvolumeclaims"],
};

/** The resources that an errors file of a support bundle speaks of; null for any other file. */
export function resourcesOfErrorFile(path: string): readonly string[] | null {
  const name = NAME.exec(path)?.[1]?.toLowerCase();
  if (name === undefined) return null;
  return Object.hasOwn(RESOURCES, name) ? (RESOURCES[name] ?? []) : [name];
}

/** Reads an errors file: a list of sentences, or one for each namespace. Its sentences are not kept: they name people. */
export async function* readErrorFile(
  path: string,
  resources: readonly string[],
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<Reading> {
  const text = await textOf(source);
  const errors = text === null ? null : sentencesIn(text);
  if (errors === null) return yield { unreadable: { path, reason: "it tells of errors in a way that cannot be read" } };
  if (errors.length === 0) return;
  const code = errors.map(codeOfText).find((one) => one > 0) ?? 0;
  for (const resource of resources) yield* readingsOf({ resource, group: "", code }, { path });
}

async function textOf(source: AsyncIterable<Uint8Array>): Promise<string | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of source) {
    size += part.length;
    if (size > LONGEST) return null;
    parts.push(part.slice());
  }
  const whole = new Uint8Array(size);
  parts.reduce((at, part) => {
    whole.set(part, at);
    return at + part.length;
  }, 0);
  return decodeUtf8(whole);
}

function sentencesIn(text: string): string[] | null {
  if (text.trim() === "") return [];
  try {
    const parsed: unknown = JSON.parse(text);
    return parsed === null ? [] : Object.values(parsed as object).map(String);
  } catch {
    return null;
  }
}
