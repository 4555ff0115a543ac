import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject, ObjectMetadata } from "#lib/kubernetes/object.ts";
import type { PodSpec } from "#lib/kubernetes/pod.ts";
import { check, NOT_APPLICABLE, notAssessable, PASS } from "../check.ts";
import { recordOf } from "../reading/entries.ts";
import { whyForeignCode } from "../reading/foreign-code.ts";
import { namespaceOf } from "../reading/namespaced.ts";
import { isolationOf } from "../reading/sandbox-runtime.ts";
import { POD_CARRIERS, workloadOf } from "../reading/workload-of.ts";

/** What kubernetes-sigs/agent-sandbox carries pods in; made for code that an agent writes. */
const AGENT_SANDBOXES = ["Sandbox", "SandboxTemplate"];

/**
 * Restricted field: runtimeClassName of a pod that runs code of strangers, which a label or annotation (of the pod, its
 * owner or its namespace), a well-known image or the kind Sandbox says. Allowed: a class with a sandboxing runtime.
 * Every other workload is not applicable.
 */
export const runtimeClassSandboxMissing = check({
  id: "runtime-class-sandbox-missing",
  title: "Code of strangers runs without a sandbox",
  severity: "medium",
  layer: "container",
  dimension: "security",
  concern: "runtime-isolation",
  references: ["O22:K01", "O25:K01"],
  escalatesTo: "cluster",
  why: "Build jobs, notebooks, plugins of customers and the tools of an AI agent run code that nobody here has read. An ordinary container shares the node's kernel with it: one hole in the kernel, and the stranger's code is on the node. A sandbox puts a kernel of its own, or a small machine, in between.",
  seeByHand: `kubectl get pods -A -o custom-columns=NAMESPACE:.metadata.namespace,NAME:.metadata.name,RUNTIME:.spec.runtimeClassName,IMAGE:.spec.containers[0].image`,
  fix: "Install a sandboxing runtime on a node pool of its own (gVisor or Kata Containers; most clouds offer one ready made), create its RuntimeClass and name it in these workloads. Expect slower system calls and a few things that do not work: host paths, some debuggers, special devices. Try the busiest workload first.",
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: notebook, namespace: lab }
spec:
  selector: { matchLabels: { app: notebook } }
  template:
    metadata: { labels: { app: notebook, security.example/trust-level: untrusted } }
    spec:
      containers:
        - name: notebook
          image: registry.example/lab/notebook:7.2.0
`,
  after: `apiVersion: apps/v1
kind: Deployment
metadata: { name: notebook, namespace: lab }
spec:
  selector: { matchLabels: { app: notebook } }
  template:
    metadata: { labels: { app: notebook, security.example/trust-level: untrusted } }
    spec:
      runtimeClassName: gvisor
      containers:
        - name: notebook
          image: registry.example/lab/notebook:7.2.0
`,
  of: "object",
  kinds: [...POD_CARRIERS, ...AGENT_SANDBOXES],
  look: ({ object }, index) => {
    const carrier = podOf(object, index);
    if (carrier === null) return NOT_APPLICABLE;
    const { pod, podField, metadata } = carrier;
    const namespace = index.find("Namespace", "", namespaceOf(object))?.object.metadata;
    const reason = AGENT_SANDBOXES.includes(object.kind)
      ? `a ${object.kind} runs what an agent writes`
      : whyForeignCode(pod, [
          { where: "the pod", ...metadata },
          { where: `the ${object.kind}`, ...object.metadata },
          { where: "the namespace", ...namespace },
        ]);
    if (reason === null) return NOT_APPLICABLE;
    const isolation = isolationOf(pod, metadata, index);
    if (isolation.kind === "sandboxed") return PASS;
    if (isolation.kind === "unknown") return notAssessable(isolation.seen);
    return [{ field: `${podField}.runtimeClassName`, message: `${reason}, and ${isolation.seen}` }];
  },
});

type CarriedPod = { pod: PodSpec; podField: string; metadata: Partial<ObjectMetadata> };

function podOf(object: KubernetesObject, index: ClusterIndex): CarriedPod | null {
  if (AGENT_SANDBOXES.includes(object.kind)) {
    if (!/(^|\.)agents\.x-k8s\.io\//.test(object.apiVersion)) return null;
    const template = recordOf(recordOf(object.spec).podTemplate);
    return { pod: recordOf(template.spec), podField: "spec.podTemplate.spec", metadata: recordOf(template.metadata) };
  }
  const workload = workloadOf(object, index);
  return workload ? { pod: workload.pod, podField: workload.podField, metadata: workload.podMetadata } : null;
}
