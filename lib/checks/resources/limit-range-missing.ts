import { check } from "../check.ts";
import { judgeGuard } from "../reading/namespace-guard.ts";

/** Judges that a namespace has a LimitRange. Kubernetes' own namespaces are left out. */
export const limitRangeMissing = check({
  id: "limit-range-missing",
  title: "Namespace has no limit range",
  severity: "low",
  layer: "cluster",
  dimension: "scalability",
  concern: "quality-of-service",
  references: ["NSA network"],
  why: "A container without requests and limits takes what it can get, and here nothing fills in what its author forgot or refuses one that asks for a whole node. The first who notices is the neighbour.",
  seeByHand: "kubectl get limitranges -A",
  fix: "Add a LimitRange of type Container with defaultRequest, default for memory, and max. It acts when pods are created, so what runs today changes at the next rollout; defaults that are too low show as OOMKilled.",
  before: `apiVersion: v1
kind: Namespace
metadata: { name: shop }
`,
  after: `apiVersion: v1
kind: Namespace
metadata: { name: shop }
---
apiVersion: v1
kind: LimitRange
metadata: { name: defaults, namespace: shop }
spec:
  limits:
    - type: Container
      defaultRequest: { cpu: 50m, memory: 64Mi }
      default: { memory: 256Mi }
      max: { memory: 4Gi }
`,
  of: "namespace",
  look: (namespace, index) => judgeGuard(namespace, index, "LimitRange"),
});
