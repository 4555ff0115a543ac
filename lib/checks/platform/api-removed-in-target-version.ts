import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { check, type Fault, notAssessable, type Verdict } from "../check.ts";
import {
  deprecationOf,
  KINDS_WITH_DEPRECATED_APIS,
  REMOVALS_KNOWN_UNTIL,
  successorInWords,
} from "../reading/deprecated-apis.ts";
import { recordsOf } from "../reading/entries.ts";
import { kubernetesMinor } from "../reading/kubernetes-minor.ts";

/**
 * Judges apiVersion against the next minor of Kubernetes: what it no longer serves blocks the upgrade. A cluster prints its
 * objects in the newest version that it has, so the versions in which clients last wrote them (managedFields) count too,
 * when the next minor is the one that takes them away. A minor newer than the table of these is not assessable.
 */
export const apiRemovedInTargetVersion = check({
  id: "api-removed-in-target-version",
  title: "API version is gone in the next Kubernetes version",
  severity: "high",
  layer: "cluster",
  dimension: "ci-cd",
  concern: null,
  references: ["NSA upgrade", "O22:K10", "O25:K07"],
  why: "After the upgrade this manifest, chart or controller is refused. What runs keeps running, so it looks fine, until the next deployment or the first scale-up of a rebuilt cluster fails; and a control plane does not go back a version. So the upgrade is put off, together with its security fixes.",
  seeByHand: "kubectl get --raw /metrics | grep apiserver_requested_deprecated_apis",
  fix: "Change the apiVersion and what moved with it (kubectl convert, or a newer version of the chart), deploy that while the old version is still served, then upgrade. Old revisions that Helm keeps carry the old version along: run helm mapkubeapis, or the next helm upgrade fails on what it finds there.",
  before: `apiVersion: flowcontrol.apiserver.k8s.io/v1beta3
kind: FlowSchema
metadata: { name: batch }
spec: { priorityLevelConfiguration: { name: workload-low } }
`,
  after: `apiVersion: flowcontrol.apiserver.k8s.io/v1
kind: FlowSchema
metadata: { name: batch }
spec: { priorityLevelConfiguration: { name: workload-low } }
`,
  of: "object",
  kinds: KINDS_WITH_DEPRECATED_APIS,
  look: ({ object }, index) => {
    const next = kubernetesMinor(index.kubernetesVersion) + 1;
    const api = deprecationOf(object.apiVersion, object.kind);
    if (!api || next < api.removed) return writersVerdict(object, next);
    const gone =
      api.removed < next ? `is gone since 1.${api.removed}` : `is gone in 1.${api.removed}, the next version`;
    const message = `${object.apiVersion} of ${object.kind} ${gone}${successorInWords(api, next - 1)}`;
    return [{ field: "apiVersion", message }];
  },
});

function writersVerdict(object: KubernetesObject, next: number): Verdict {
  const faults = writerFaults(object, next);
  if (faults.length > 0 || next <= REMOVALS_KNOWN_UNTIL) return faults;
  return notAssessable(`what goes after Kubernetes 1.${REMOVALS_KNOWN_UNTIL} is not known to this check`);
}

function writerFaults({ kind, metadata }: KubernetesObject, next: number): Fault[] {
  return recordsOf(metadata.managedFields).flatMap(({ entry, at }) => {
    const { manager, apiVersion } = entry;
    if (typeof manager !== "string" || typeof apiVersion !== "string") return [];
    if (deprecationOf(apiVersion, kind)?.removed !== next) return [];
    const message = `${manager} still writes it as ${apiVersion}, which is gone in 1.${next}, the next version`;
    return [{ field: `metadata.managedFields[${at}].apiVersion`, message }];
  });
}
