import { check } from "../check.ts";
import { judgeGuard } from "../reading/namespace-guard.ts";

/** Judges that a namespace has a ResourceQuota. Kubernetes' own namespaces are left out. */
export const resourceQuotaMissing = check({
  id: "resource-quota-missing",
  title: "Namespace has no resource quota",
  severity: "low",
  layer: "cluster",
  dimension: "scalability",
  concern: "quality-of-service",
  references: ["NSA network"],
  why: "Nothing limits what this namespace may take. A loop that creates pods, a wrong replica count or a stolen token that mines coins fills the cluster until nobody else can start anything, and on an elastic cloud until somebody reads the bill.",
  seeByHand: "kubectl get resourcequotas -A",
  fix: "Set a quota for CPU and memory requests, limits, pods and volumes at about twice today's use, from the template that makes namespaces, and alert at 80 percent. Every pod then has to state requests and limits, or it is refused: add a LimitRange with defaults in the same change.",
  before: `apiVersion: v1
kind: Namespace
metadata: { name: shop }
`,
  after: `apiVersion: v1
kind: Namespace
metadata: { name: shop }
---
apiVersion: v1
kind: ResourceQuota
metadata: { name: shop, namespace: shop }
spec: { hard: { requests.cpu: "20", requests.memory: 40Gi, limits.memory: 60Gi, pods: "100" } }
`,
  of: "namespace",
  look: (namespace, index) => judgeGuard(namespace, index, "ResourceQuota"),
});
