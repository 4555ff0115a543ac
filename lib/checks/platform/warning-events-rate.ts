import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject, LocatedObject } from "#lib/kubernetes/object.ts";
import { check, type Fault, notAssessable } from "../check.ts";
import { recordOf } from "../reading/entries.ts";
import { subjectOf } from "../reading/events-about.ts";
import { namespaceOf } from "../reading/namespaced.ts";
import { hoursBefore, NO_CLOCK } from "../reading/snapshot-age.ts";

/** Warnings an hour about one thing from which they are no accident: one each six minutes. */
const OFTEN_PER_HOUR = 10;
/** Events older than this are history: Kubernetes itself forgets them after an hour. */
const RECENT_HOURS = 1;

/**
 * Judges how often Kubernetes warned about each thing in the last hour before the snapshot. Events about pods are counted
 * for the workload that owns them. An event that repeats carries a count over its whole life, which is brought down to an
 * hour.
 */
export const warningEventsRate = check({
  id: "warning-events-rate",
  title: "Kubernetes keeps warning about the same thing",
  severity: "low",
  layer: "cluster",
  dimension: "monitoring-health",
  concern: null,
  references: [],
  why: "The cluster has been saying for a while that something fails: a probe, a mount, a pull, a policy that refuses pods. Events are forgotten within the hour, so what is not read now explains nothing later.",
  seeByHand: "kubectl get events -A --field-selector=type=Warning --sort-by=.lastTimestamp",
  fix: "Mend the cause that the events name, the most frequent first. Keep events beyond the hour by sending them to the logs (an event exporter, or the agent that you have), and alert on warnings that repeat. A warning that means nothing in your cluster is worth silencing at its source, so that the next one is seen.",
  before: `apiVersion: v1
kind: Event
metadata: { name: web.1, namespace: shop }
type: Warning
reason: Unhealthy
message: "Readiness probe failed: HTTP probe failed with statuscode: 503"
count: 240
firstTimestamp: "2026-11-20T09:00:00Z"
lastTimestamp: "2026-11-20T10:00:00Z"
involvedObject: { kind: Pod, namespace: shop, name: web }
`,
  after: `apiVersion: v1
kind: Event
metadata: { name: web.1, namespace: shop }
type: Normal
reason: Started
message: "Started container web"
count: 1
firstTimestamp: "2026-11-20T09:00:00Z"
lastTimestamp: "2026-11-20T09:00:00Z"
involvedObject: { kind: Pod, namespace: shop, name: web }
`,
  of: "cluster",
  look: (index) => {
    const events = index.ofKind("Event");
    if (events.length === 0)
      return notAssessable("the snapshot holds no events: add `kubectl get events -A -o json` to it");
    if (index.observedAt === null) return notAssessable(NO_CLOCK);
    const warnings = events.filter(({ object }) => object.type === "Warning" && isRecent(object, index));
    const owners = ownersOf(index);
    const groups = Map.groupBy(warnings, (event) => subjectKey(event, owners));
    return [...groups.values()].flatMap((group) => faultOf(group, owners, index));
  },
});

type Owners = ReadonlyMap<string, { key: string; on: LocatedObject }>;

/** Pods by "Pod/namespace/name", with the workload that each belongs to. */
function ownersOf(index: ClusterIndex): Owners {
  return new Map(
    index.workloads.flatMap((workload) => {
      const { kind, name } = workload.ref;
      const own = { key: `${kind}/${namespaceOf(workload)}/${name}`, on: { object: workload.object, at: workload.at } };
      return index.podsOf(workload).map((pod) => [`Pod/${namespaceOf(pod)}/${pod.metadata.name}`, own] as const);
    }),
  );
}

function eventKey({ object }: LocatedObject): string {
  const subject = subjectOf(object);
  if (!subject) return "";
  // Events about nodes and other cluster-scoped things lie in "default".
  return `${subject.kind}/${subject.namespace}/${subject.name}`;
}

function subjectKey(event: LocatedObject, owners: Owners): string {
  const key = eventKey(event);
  return owners.get(key)?.key ?? key;
}

function faultOf(group: readonly LocatedObject[], owners: Owners, index: ClusterIndex): Fault[] {
  const [first] = group;
  if (!first) return [];
  const perReason = new Map<string, number>();
  for (const { object } of group) {
    const reason = typeof object.reason === "string" ? object.reason.slice(0, 60) : "without a reason";
    perReason.set(reason, (perReason.get(reason) ?? 0) + perHour(object));
  }
  const rate = [...perReason.values()].reduce((sum, count) => sum + count, 0);
  if (rate < OFTEN_PER_HOUR) return [];
  const reasons = [...perReason].sort(([, a], [, b]) => b - a).slice(0, 4);
  const words = reasons.map(([reason, count]) => `${reason} (${Math.max(1, Math.round(count))})`).join(", ");
  const subject = subjectOf(first.object);
  const about = subject ? ` about ${subject.kind} "${subject.name}"` : "";
  const message = `${Math.round(rate)} warnings an hour${about}: ${words}`;
  const key = eventKey(first);
  const known =
    owners.get(key)?.on ?? (subject ? index.find(subject.kind, subject.namespace, subject.name) : undefined);
  return [known ? { on: known, field: "", message } : { on: first, field: "reason", message }];
}

function isRecent(event: KubernetesObject, index: ClusterIndex): boolean {
  const hours = hoursBefore(index, timesOf(event).last);
  return hours !== null && hours <= RECENT_HOURS;
}

function timesOf(event: KubernetesObject): { first: unknown; last: unknown } {
  const { firstTimestamp, lastTimestamp, eventTime, deprecatedFirstTimestamp, deprecatedLastTimestamp } = event;
  const made = event.metadata.creationTimestamp;
  return {
    first: firstTimestamp ?? deprecatedFirstTimestamp ?? eventTime ?? made,
    last: recordOf(event.series).lastObservedTime ?? lastTimestamp ?? deprecatedLastTimestamp ?? eventTime ?? made,
  };
}

/** What the count of an event comes to in an hour; one that is younger than that counts as it is. */
function perHour(event: KubernetesObject): number {
  const counted = recordOf(event.series).count ?? event.count ?? event.deprecatedCount;
  const count = typeof counted === "number" && counted > 0 ? counted : 1;
  const { first, last } = timesOf(event);
  const hours = (timeOf(last) - timeOf(first)) / 3_600_000;
  return count / Math.max(hours || 0, 1);
}

function timeOf(time: unknown): number {
  return typeof time === "string" ? Date.parse(time) : Number.NaN;
}
