import { formatCount, formatList, formatThings } from "#lib/presentation/numbers.ts";
import type { CheckSight } from "./evidence.ts";

const WORKLOAD_KINDS = new Set([
  "Deployment",
  "StatefulSet",
  "DaemonSet",
  "ReplicaSet",
  "ReplicationController",
  "Job",
  "CronJob",
  "Pod",
]);

/** What resources of these kinds are called together: "workload", "namespace", "resource". */
export function nounOfKinds(kinds: Iterable<string>): string {
  const all = [...new Set(kinds)];
  if (all.length === 0) return "resource";
  if (all.every((kind) => WORKLOAD_KINDS.has(kind))) return "workload";
  const [only] = all;
  if (all.length > 1 || only === undefined) return "resource";
  return ["Namespace", "Node", "Service", "Secret"].includes(only) ? only.toLowerCase() : "resource";
}

/** "14 of 31 workloads", "all 31 workloads", "the cluster". */
export function sayShare(affected: number, lookedAt: number, noun: string): string {
  if (lookedAt <= 1) return `the one ${noun} looked at`;
  if (affected >= lookedAt) return `all ${formatThings(lookedAt, noun)}`;
  return `${formatCount(affected)} of ${formatThings(lookedAt, noun)}`;
}

/** What the checks of a control saw, in one or two sentences. `affected` and `lookedAt` count resources, each once. */
export function saySights(sights: readonly CheckSight[], affected: number, lookedAt: number): string {
  const failing = sights.filter((sight) => sight.fail > 0);
  const passing = sights.filter((sight) => sight.fail === 0 && sight.pass > 0);
  const seen = failing.length > 0 ? sayFailing(failing, affected, lookedAt) : sayPassing(passing, lookedAt);
  return [seen, sayUnseen(sights)].filter(Boolean).join(" ");
}

function sayFailing(failing: readonly CheckSight[], affected: number, lookedAt: number): string {
  const share = sayShare(affected, lookedAt, nounOfSights(failing));
  const verb = lookedAt <= 1 ? "fails" : "fail";
  const checks = failing.map((sight) =>
    failing.length > 1 ? `${sight.check} (${formatCount(sight.fail)})` : sight.check,
  );
  return `${capitalise(share)} ${verb} ${formatList(checks)}.`;
}

function sayPassing(passing: readonly CheckSight[], lookedAt: number): string {
  const checks = formatList(passing.map((sight) => sight.check));
  return lookedAt <= 1
    ? `The one resource looked at passes ${checks}.`
    : `All ${formatCount(lookedAt)} resources looked at pass ${checks}.`;
}

function sayUnseen(sights: readonly CheckSight[]): string {
  const unseen = sights.filter((sight) => sight.notAssessable > 0);
  if (unseen.length === 0) return "";
  const blind = unseen.filter((sight) => sight.fail + sight.pass === 0).map((sight) => sight.check);
  const rest = Math.max(
    0,
    ...unseen.filter((sight) => sight.fail + sight.pass > 0).map((sight) => sight.notAssessable),
  );
  const parts = [
    blind.length > 0 ? `Could not look: ${formatList(blind)}.` : "",
    rest > 0 ? `${formatThings(rest, "resource")} could not be assessed.` : "",
  ];
  return parts.filter(Boolean).join(" ");
}

/** What the failing resources of the samples are called. */
export function nounOfSights(sights: readonly CheckSight[]): string {
  return nounOfKinds(sights.flatMap((sight) => sight.sample.map((seen) => seen.resource.kind)));
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
