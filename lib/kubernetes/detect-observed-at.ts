import type { KubernetesObject, LocatedObject } from "./object.ts";
import { record } from "./pod-template.ts";

/** As the API server writes times, in UTC: sorts as text. */
const UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
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
  let found = newest ?? "";
  for (const time of timesOf(object))
    if (typeof time === "string" && time > found && UTC.test(time) && !Number.isNaN(Date.parse(time))) found = time;
  return found === "" ? null : found;
}

/** The later of two such times, where there are two. */
export function laterTime(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b > a) ? b : a;
}

function* timesOf(object: KubernetesObject): Generator<unknown> {
  const { metadata, kind } = object;
  yield metadata.creationTimestamp;
  if (Array.isArray(metadata.managedFields)) for (const writer of metadata.managedFields) yield record(writer).time;
  const { conditions } = record(object.status);
  if (Array.isArray(conditions))
    for (const condition of conditions) for (const name of CONDITION_TIMES) yield record(condition)[name];
  if (kind === "Lease") yield record(object.spec).renewTime;
  if (kind === "PodMetrics" || kind === "NodeMetrics") yield object.timestamp;
  if (kind !== "Event") return;
  for (const name of EVENT_TIMES) yield object[name];
  yield record(object.series).lastObservedTime;
}
