import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject, LocatedObject } from "#lib/kubernetes/object.ts";
import { check, NOT_APPLICABLE, PASS, type Verdict } from "../check.ts";
import { conditionOf } from "../reading/condition.ts";
import { recordOf } from "../reading/entries.ts";
import { oncePerIndex } from "../reading/once-per-index.ts";
import { ageInWords, hoursBefore } from "../reading/snapshot-age.ts";

/** Helm gives up after five minutes by itself; what is under way for longer than this was broken off. */
const LONGEST_RUN_HOURS = 0.25;

/**
 * Judges the newest revision of each Helm release by the label `status` of the Secret (or ConfigMap) in which Helm keeps it;
 * the content is not needed. HelmChart objects of k3s say the same in a condition.
 */
export const helmReleaseFailed = check({
  id: "helm-release-failed",
  title: "Helm release failed or hangs",
  severity: "medium",
  layer: "code",
  dimension: "ci-cd",
  concern: null,
  references: [],
  why: "Half of the new version may be in place and half of the old one. Helm refuses the next upgrade of a pending release, or compares it with a state that never was; so a fix cannot be shipped at the moment when it is wanted.",
  seeByHand: "helm list -A --failed --pending; helm history web -n shop",
  fix: "See what failed (helm status, events of the namespace), then helm rollback to the last deployed revision, or upgrade again once the cause is gone. A pending release was broken off in between: roll it back. Let pipelines use --atomic (--rollback-on-failure in Helm 4) and --wait, which take longer and hide no failure.",
  before: `apiVersion: v1
kind: Secret
metadata: { name: sh.helm.release.v1.web.v3, namespace: shop, labels: { owner: helm, name: web, version: "3", status: failed } }
type: helm.sh/release.v1
`,
  after: `apiVersion: v1
kind: Secret
metadata: { name: sh.helm.release.v1.web.v4, namespace: shop, labels: { owner: helm, name: web, version: "4", status: deployed } }
type: helm.sh/release.v1
`,
  of: "object",
  kinds: ["Secret", "ConfigMap", "HelmChart"],
  look: (located, index) => {
    const { object } = located;
    if (object.kind === "HelmChart") return judgeChart(object);
    const release = releaseOf(object);
    if (!release || newestOf(index, "releases").get(release.key)?.located !== located) return NOT_APPLICABLE;
    const { status, name, version } = release;
    const words = (rest: string) => [
      { field: "metadata.labels.status", message: `revision ${version} of release "${name}" ${rest}` },
    ];
    if (status === "failed") return words("failed");
    if (!/^(pending-(install|upgrade|rollback)|uninstalling)$/.test(status)) return PASS;
    const hours = hoursBefore(index, sinceOf(object));
    if (hours === null) return words(`is ${status}`);
    return hours > LONGEST_RUN_HOURS ? words(`is ${status} for ${ageInWords(hours)}`) : PASS;
  },
});

function judgeChart(chart: KubernetesObject): Verdict {
  if (!chart.apiVersion.startsWith("helm.cattle.io/")) return NOT_APPLICABLE;
  const failed = conditionOf(chart, "Failed");
  if (failed?.status === "True")
    return [{ field: failed.field, message: `the chart could not be installed${failed.words}` }];
  return recordOf(chart.status).jobName === undefined && !failed ? NOT_APPLICABLE : PASS;
}

type Release = { key: string; name: string; version: number; status: string };

/** The release that a Secret or ConfigMap of Helm keeps, by its labels; null when it is none. */
function releaseOf({ kind, type, metadata }: KubernetesObject): Release | null {
  const { owner, name, version, status } = recordOf(metadata.labels);
  if (owner !== "helm" || typeof name !== "string" || typeof status !== "string") return null;
  if (kind === "Secret" && type !== undefined && type !== "helm.sh/release.v1") return null;
  const key = `${metadata.namespace ?? ""}/${name}`;
  return { key, name, version: Number(version) || 0, status: status.toLowerCase() };
}

const newestOf = oncePerIndex((index: ClusterIndex, _: "releases") => {
  const newest = new Map<string, { located: LocatedObject; version: number }>();
  for (const located of [...index.ofKind("Secret"), ...index.ofKind("ConfigMap")]) {
    const release = releaseOf(located.object);
    const known = release && newest.get(release.key);
    if (release && (!known || release.version > known.version))
      newest.set(release.key, { located, version: release.version });
  }
  return newest;
});

/** When Helm last touched the revision: seconds since 1970 in a label, else when the object was made. */
function sinceOf({ metadata }: KubernetesObject): unknown {
  const { modifiedAt } = recordOf(metadata.labels);
  if (typeof modifiedAt !== "string" || !/^\d{9,11}$/.test(modifiedAt)) return metadata.creationTimestamp;
  return new Date(Number(modifiedAt) * 1000).toISOString();
}
