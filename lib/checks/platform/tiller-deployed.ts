import { containersOf } from "#lib/kubernetes/containers.ts";
import type { Workload } from "#lib/kubernetes/pod.ts";
import { check, type Fault, NOT_APPLICABLE } from "../check.ts";
import { nameInWords } from "../reading/name-in-words.ts";
import { podLabelsField, podLabelsOf } from "../reading/pod-template.ts";
import { imageName } from "../reading/running-program.ts";
import { selectorOfService } from "../reading/service-selection.ts";
import { POD_CARRIERS, workloadOf } from "../reading/workload-of.ts";

/** Judges that nothing is Helm 2's server: no container of its image, no pod and no Service with its labels. */
export const tillerDeployed = check({
  id: "tiller-deployed",
  title: "Helm 2's server Tiller is installed",
  severity: "high",
  layer: "cluster",
  dimension: "ci-cd",
  concern: null,
  references: ["O22:K09"],
  why: "Tiller installs whatever it is asked to, with its own rights, which mostly are all rights; and unless somebody gave it certificates, any pod in the cluster may ask. Helm 2 has had no fixes since November 2020. One broken application is enough to own everything.",
  seeByHand: "kubectl get deployments,services -A -l app=helm,name=tiller",
  fix: "Move the releases to Helm 3 with its 2to3 plug-in (first `helm 2to3 convert`, then `helm 2to3 cleanup`), then delete Tiller's deployment, Service, service account and its binding to cluster-admin. Try one unimportant release first; charts of version 1 install with Helm 3 as they are.",
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: tiller-deploy, namespace: kube-system }
spec:
  selector: { matchLabels: { app: helm, name: tiller } }
  template:
    metadata: { labels: { app: helm, name: tiller } }
    spec: { containers: [{ name: tiller, image: "ghcr.io/helm/tiller:v2.17.0" }] }
`,
  after: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }] }
`,
  of: "object",
  kinds: [...POD_CARRIERS, "Service"],
  look: ({ object }, index) => {
    if (object.kind !== "Service") {
      const workload = workloadOf(object, index);
      return workload ? inPods(workload) : NOT_APPLICABLE;
    }
    if (object.apiVersion !== "v1") return NOT_APPLICABLE;
    const isOfTiller = hasLabels(selectorOfService(object) ?? {});
    return isOfTiller ? [{ field: "spec.selector", message: "the Service leads to Tiller, Helm 2's server" }] : [];
  },
});

function inPods(workload: Workload): Fault[] {
  const faults = containersOf(workload)
    .filter(({ container }) => /^tiller(-\w+)?$/.test(imageName(container.image)))
    .map(({ container, field }) => ({
      field: `${field}.image`,
      message: `${nameInWords("container", container.name)} runs Tiller (${container.image})`,
    }));
  if (faults.length > 0 || !hasLabels(podLabelsOf(workload))) return faults;
  return [{ field: podLabelsField(workload), message: "its pods carry the labels of Tiller, Helm 2's server" }];
}

function hasLabels({ app, name }: Readonly<Record<string, string>>): boolean {
  return app === "helm" && name === "tiller";
}
