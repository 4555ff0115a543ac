import type { KubernetesObject, LocatedObject } from "./object.ts";
import { record } from "./pod-template.ts";

/** As the API server writes times, in UTC: sorts as text. */
const UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const WRITER_TIMES = ["time"];
const CONDITION_TIMES = ["lastHeartbeatTime", "lastProbeTime", "lastUpdateTime", "lastTransitionTime"];
const EVENT_TIMES = ["lastTimestamp", "firstTimestamp", "eventTime", "deprecatedLastTimestamp"];

/**
 * The newest time that the cluster itself has written into these objects (heartbeats of nodes, renewed leases, events,
 * metrics, writers of fields), which is no later than the moment of collection and on a running cluster seconds before it;
 * null when there is none. Times of the future (the end of a certificate, say) are not read.
 */
export function detectObservedAt(objects: readonly LocatedObject[]): string | null {
  return objects.reduce<string | null>((newest, { object }) => newestTime(newest, object), null);
}

/** The newest of a time and of those that the cluster has written into an object. */
export function newestTime(newest: string | null, object: KubernetesObject): string | null {
  const { metadata, kind, status } = object;
  let found = later(newest, metadata.creationTimestamp);
  if (Array.isArray(metadata.managedFields)) found = latestOf(found, metadata.managedFields, WRITER_TIMES);
  const conditions =
    status !== null && typeof status === "object" ? (status as { conditions?: unknown }).conditions : 0;
  if (Array.isArray(conditions)) found = latestOf(found, conditions, CONDITION_TIMES);
  if (kind === "Lease") found = later(found, record(object.spec).renewTime);
  if (kind === "PodMetrics" || kind === "NodeMetrics") found = later(found, object.timestamp);
  if (kind === "Event") {
    found = latestOf(found, [object], EVENT_TIMES);
    found = later(found, record(object.series).lastObservedTime);
  }
  return found;
}

function latestOf(newest: string | null, entries: readonly unknown[], names: readonly string[]): string | null {
  let found = newest;
  for (const entry of entries) {
    if (entry === null || typeof entry !== "object") continue;
    for (const name of names) found = later(found, (entry as Record<string, unknown>)[name]);
  }
  return found;
}

function later(newest: string | null, time: unknown): string | null {
  if (typeof time !== "string" || (newest !== null && time <= newest)) return newest;
  return UTC.test(time) && !Number.isNaN(Date.parse(time)) ? time : newest;
}

/** The later of two such times, where there are two. */
export function laterTime(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b > a) ? b : a;
}
