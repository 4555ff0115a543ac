import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { containersOf } from "#lib/kubernetes/containers.ts";
import { type LocatedObject, type Place, type ResourceRef, refOf } from "#lib/kubernetes/object.ts";
import { type Check, CLUSTER_REF, type Fault, NOT_APPLICABLE, type Verdict } from "./check.ts";
import type { CheckTally, Outcome, Result } from "./result.ts";

export type Evaluation = { results: Result[]; tallies: CheckTally[] };

const NOWHERE: Place = { path: "" };

/**
 * Runs checks over an indexed snapshot. One result for each fault; one pass or not-assessable for each resource. What does
 * not apply leaves no trace. A check that throws on strange input could not decide: that is not-assessable, never a pass.
 */
export function evaluate(index: ClusterIndex, checks: readonly Check[]): Evaluation {
  const results: Result[] = [];
  const tallies = checks.map((check) => evaluateOne(check, index, results));
  return { results, tallies };
}

function evaluateOne(check: Check, index: ClusterIndex, results: Result[]): CheckTally {
  const tally: CheckTally = { check: check.id, fail: 0, pass: 0, notAssessable: 0 };
  const record = (resource: ResourceRef, at: Place, verdict: Verdict) => {
    const sights = sightsOf(verdict);
    for (const { outcome, field, message } of sights)
      results.push(toResult(check, outcome, resource, field, message, at));
    const outcome = sights[0]?.outcome;
    if (outcome === "fail") tally.fail++;
    else if (outcome === "pass") tally.pass++;
    else if (outcome === "not-assessable") {
      tally.notAssessable++;
      tally.reason ??= sights[0]?.message;
    }
  };
  visit(check, index, record);
  return tally;
}

type Record = (resource: ResourceRef, at: Place, verdict: Verdict) => void;

function visit(check: Check, index: ClusterIndex, record: Record): void {
  switch (check.of) {
    case "container":
      for (const workload of index.workloads) {
        const seen = containersOf(workload).filter(({ role }) => check.roles.includes(role));
        record(
          workload.ref,
          workload.at,
          gathered(
            seen.map((container) =>
              underField(
                safely(() => check.look(container, index)),
                container.field,
              ),
            ),
          ),
        );
      }
      return;
    case "workload":
      for (const workload of index.workloads)
        record(
          workload.ref,
          workload.at,
          safely(() => check.look(workload, index)),
        );
      return;
    case "object":
      for (const kind of check.kinds)
        for (const located of index.ofKind(kind))
          record(
            refOf(located.object),
            located.at,
            safely(() => check.look(located, index)),
          );
      return;
    case "namespace":
      for (const namespace of index.namespaces) {
        const at = index.find("Namespace", "", namespace)?.at ?? NOWHERE;
        record(
          { apiVersion: "v1", kind: "Namespace", name: namespace },
          at,
          safely(() => check.look(namespace, index)),
        );
      }
      return;
    case "cluster":
      for (const { resource, at, verdict } of placed(safely(() => check.look(index)))) record(resource, at, verdict);
  }
}

/** Faults that were seen on an object are that object's; the rest is the cluster's. */
function placed(verdict: Verdict): { resource: ResourceRef; at: Place; verdict: Verdict }[] {
  if (verdict === NOT_APPLICABLE || "notAssessable" in verdict || verdict.length === 0)
    return [{ resource: CLUSTER_REF, at: NOWHERE, verdict }];
  const byObject = new Map<LocatedObject | undefined, Fault[]>();
  for (const fault of verdict) byObject.set(fault.on, [...(byObject.get(fault.on) ?? []), fault]);
  return [...byObject].map(([on, faults]) => ({
    resource: on ? refOf(on.object) : CLUSTER_REF,
    at: on?.at ?? NOWHERE,
    verdict: faults,
  }));
}

function safely(look: () => Verdict): Verdict {
  try {
    return look();
  } catch {
    return { notAssessable: "the object has fields of a type that Kubernetes would not accept" };
  }
}

function underField(verdict: Verdict, field: string): Verdict {
  return Array.isArray(verdict)
    ? verdict.map((fault: Fault) => ({ ...fault, field: `${field}.${fault.field}` }))
    : verdict;
}

/** One verdict of a workload from those of its containers: faults first, then doubt, then a pass. */
function gathered(verdicts: Verdict[]): Verdict {
  const decided = verdicts.filter((verdict) => verdict !== NOT_APPLICABLE);
  if (decided.length === 0) return NOT_APPLICABLE;
  const faults = decided.flatMap((verdict) => (Array.isArray(verdict) ? (verdict as Fault[]) : []));
  if (faults.length > 0) return faults;
  return decided.find((verdict) => !Array.isArray(verdict)) ?? [];
}

function sightsOf(verdict: Verdict): { outcome: Outcome; field: string; message: string }[] {
  if (verdict === NOT_APPLICABLE) return [];
  if ("notAssessable" in verdict) return [{ outcome: "not-assessable", field: "", message: verdict.notAssessable }];
  if (verdict.length === 0) return [{ outcome: "pass", field: "", message: "" }];
  return verdict.map(({ field, message }) => ({ outcome: "fail", field, message }));
}

function toResult(
  check: Check,
  outcome: Outcome,
  resource: ResourceRef,
  field: string,
  message: string,
  at: Place,
): Result {
  const { id, severity, layer, dimension, concern } = check;
  return { check: id, outcome, severity, layer, dimension, concern, resource, field, message, at };
}
