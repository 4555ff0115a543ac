import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { containersOf } from "#lib/kubernetes/containers.ts";
import { type LocatedObject, type Place, type ResourceRef, refOf } from "#lib/kubernetes/object.ts";
import type { Workload } from "#lib/kubernetes/pod.ts";
import { type Check, CLUSTER_REF, type Fault, NOT_APPLICABLE, type Verdict } from "./check.ts";
import { isKubernetesOwnPod } from "./reading/kubernetes-own-pods.ts";
import { isProvidersAgent } from "./reading/provider-agents.ts";
import type { CheckTally, Outcome, Result } from "./result.ts";
import { FIELD_DEFAULTS, type ScanSettings } from "./settings.ts";
import { visitedKinds, watchedIndex } from "./withheld-kinds.ts";

export type Evaluation = { results: Result[]; tallies: CheckTally[] };

/** Passes are most of all results; who only counts them (tallies do) saves their memory. */
export type Wanted = { passes: boolean };

/** What was looked at: the resource of the result, where it stands, and how to find the line of a field of it. */
type Subject = { resource: ResourceRef; at: Place; lineOf?: (field: string) => number | undefined };
/** What is judged, and by which thresholds. */
type World = {
  index: ClusterIndex;
  settings: ScanSettings;
  /** What the engine goes through, where checks see an index that is watched. */
  visited?: ClusterIndex;
};
type Recorder = (subject: Subject, verdict: Verdict) => void;

const CLUSTER: Subject = { resource: CLUSTER_REF, at: { path: "" } };

/**
 * Runs checks over an indexed snapshot. One result for each fault; one pass or not-assessable for each resource. What does
 * not apply leaves no trace. A check that throws on strange input could not decide: that is not-assessable, never a pass.
 * A fault is placed at the line of its field where the format tells it, else at its object.
 */
export function evaluate(
  index: ClusterIndex,
  checks: readonly Check[],
  settings: ScanSettings = FIELD_DEFAULTS,
  wanted: Wanted = { passes: true },
): Evaluation {
  const results: Result[] = [];
  const toPlace = new Map<NonNullable<Subject["lineOf"]>, Result[]>();
  const tallies = checks.map((check) => evaluateOne(check, { index, settings }, wanted, results, toPlace));
  // Object by object: finding lines means reading the object's text again, which is done once.
  for (const [lineOf, faults] of toPlace) {
    for (const fault of faults) fault.at = { ...fault.at, line: lineOf(fault.field) ?? fault.at.line };
  }
  return { results, tallies };
}

function evaluateOne(
  check: Check,
  world: World,
  wanted: Wanted,
  results: Result[],
  toPlace: Map<NonNullable<Subject["lineOf"]>, Result[]>,
): CheckTally {
  const tally: CheckTally = { check: check.id, fail: 0, pass: 0, notAssessable: 0 };
  visitWhatIsSeen(check, world, ({ resource, at, lineOf }, verdict) => {
    const sights = sightsOf(verdict);
    for (const sight of sights) {
      if (sight.outcome === "pass" && !wanted.passes) continue;
      const result = toResult(check, sight, resource, at);
      results.push(result);
      if (!lineOf || sight.field === "") continue;
      const faults = toPlace.get(lineOf);
      if (faults) faults.push(result);
      else toPlace.set(lineOf, [result]);
    }
    const [first] = sights;
    if (first) count(tally, first);
  });
  return tally;
}

function count(tally: CheckTally, { outcome, message }: Sight): void {
  if (outcome === "fail") tally.fail++;
  else if (outcome === "pass") tally.pass++;
  else {
    tally.notAssessable++;
    tally.reason ??= message;
  }
}

/**
 * Visits, where the snapshot misses kinds that the check depends on, with their gaps: what asked for an unseen kind is not
 * assessable; nor does what is of such a kind pass, for others of it are unseen, which is said once.
 */
function visitWhatIsSeen(check: Check, world: World, record: Recorder): void {
  const gaps = visitedKinds(check).filter((kind) => world.index.withheld(kind) !== null);
  if (!world.index.hasGaps) {
    visit(check, world, record);
    return;
  }
  const { seen, missed } = watchedIndex(world.index);
  const verdicts: [Subject, Verdict][] = [];
  visit(check, { ...world, visited: world.index, index: seen }, (subject, verdict) =>
    verdicts.push([subject, verdict]),
  );
  const reason = missed();
  for (const [subject, verdict] of verdicts) {
    if (verdict === NOT_APPLICABLE && check.of !== "cluster") continue;
    const ofGap = world.index.withheld(subject.resource.kind);
    const isPass = isFaults(verdict) && verdict.length === 0;
    const unseen = reason ?? (isPass ? ofGap : null);
    record(subject, unseen === null ? verdict : { notAssessable: unseen });
  }
  const [gap] = gaps;
  if (gap) record(CLUSTER, { notAssessable: world.index.withheld(gap) ?? "" });
}

function visit(check: Check, { index, settings, visited = index }: World, record: Recorder): void {
  switch (check.of) {
    case "container":
      for (const workload of workloadsFor(check, visited)) {
        const seen = containersOf(workload).filter(({ role }) => check.roles.includes(role));
        const verdicts = seen.map((one) =>
          underField(
            safely(() => check.look(one, index, settings)),
            one.field,
          ),
        );
        record(subjectOf(workload.ref, workload), gathered(verdicts));
      }
      return;
    case "workload":
      for (const workload of workloadsFor(check, visited))
        record(
          subjectOf(workload.ref, workload),
          safely(() => check.look(workload, index, settings)),
        );
      return;
    case "object":
      for (const located of check.kinds.flatMap((kind) => visited.ofKind(kind)))
        record(
          subjectOf(refOf(located.object), located),
          safely(() => check.look(located, index, settings)),
        );
      return;
    case "namespace":
      for (const namespace of visited.namespaces) {
        const at = visited.find("Namespace", "", namespace) ?? CLUSTER;
        const resource = { apiVersion: "v1", kind: "Namespace", name: namespace };
        record(
          subjectOf(resource, at),
          safely(() => check.look(namespace, index, settings)),
        );
      }
      return;
    case "cluster":
      for (const [subject, verdict] of placed(safely(() => check.look(index, settings)))) record(subject, verdict);
  }
}

/** Templates that nobody could change are passed over: of a managed cluster's provider, and of Kubernetes itself. */
function workloadsFor(check: Check, index: ClusterIndex): readonly Workload[] {
  if (check.asksProviders) return index.workloads;
  return index.workloads.filter((workload) => !isProvidersAgent(workload, index) && !isKubernetesOwnPod(workload));
}

function subjectOf(resource: ResourceRef, { at, lineOf }: Omit<Subject, "resource">): Subject {
  return { resource, at, lineOf };
}

/** Faults that were seen on an object are that object's; the rest is the cluster's. */
function placed(verdict: Verdict): [Subject, Verdict][] {
  if (verdict === NOT_APPLICABLE || "notAssessable" in verdict || verdict.length === 0) return [[CLUSTER, verdict]];
  const byObject = new Map<LocatedObject | undefined, Fault[]>();
  for (const fault of verdict) byObject.set(fault.on, [...(byObject.get(fault.on) ?? []), fault]);
  return [...byObject].map(([on, faults]) => [on ? subjectOf(refOf(on.object), on) : CLUSTER, faults]);
}

function safely(look: () => Verdict): Verdict {
  try {
    return look();
  } catch {
    return { notAssessable: "the object has fields of a type that Kubernetes would not accept" };
  }
}

function underField(verdict: Verdict, field: string): Verdict {
  if (!isFaults(verdict)) return verdict;
  return verdict.map((fault) => ({ ...fault, field: fault.field === "" ? field : `${field}.${fault.field}` }));
}

/** One verdict of a workload from those of its containers: faults first, then doubt, then a pass. */
function gathered(verdicts: Verdict[]): Verdict {
  const decided = verdicts.filter((verdict) => verdict !== NOT_APPLICABLE);
  if (decided.length === 0) return NOT_APPLICABLE;
  const faults = decided.flatMap((verdict) => (isFaults(verdict) ? verdict : []));
  if (faults.length > 0) return faults;
  return decided.find((verdict) => !isFaults(verdict)) ?? [];
}

function isFaults(verdict: Verdict): verdict is readonly Fault[] {
  return Array.isArray(verdict);
}

type Sight = { outcome: Outcome; field: string; message: string };

function sightsOf(verdict: Verdict): Sight[] {
  if (verdict === NOT_APPLICABLE) return [];
  if ("notAssessable" in verdict) return [{ outcome: "not-assessable", field: "", message: verdict.notAssessable }];
  if (verdict.length === 0) return [{ outcome: "pass", field: "", message: "" }];
  return verdict.map(({ field, message }) => ({ outcome: "fail", field, message }));
}

function toResult(check: Check, { outcome, field, message }: Sight, resource: ResourceRef, at: Place): Result {
  const { id, severity, layer, dimension, concern } = check;
  return { check: id, outcome, severity, layer, dimension, concern, resource, field, message, at };
}
