import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { check, NOT_APPLICABLE, PASS } from "../check.ts";
import { recordOf } from "../reading/entries.ts";

/** Annotations by which a load balancer of a cloud sends to the pods themselves, so that no node is in between. */
const PODS_DIRECTLY: readonly (readonly [string, RegExp])[] = [
  ["service.beta.kubernetes.io/aws-load-balancer-nlb-target-type", /^(nlb-)?ip$/],
  ["service.beta.kubernetes.io/aws-load-balancer-type", /^nlb-ip$/],
  ["cloud.google.com/neg", /GCE_VM_IP_PORT|exposed_ports|"ingress"/],
];

/**
 * Restricted field: spec.externalTrafficPolicy. A LoadBalancer should say Local (unset is Cluster): the balancer asks the
 * nodes which of them have a pod. A NodePort should not: nobody asks there, and nodes without a pod drop what comes.
 */
export const serviceExternalTrafficPolicy = check({
  id: "service-external-traffic-policy",
  title: "External traffic policy does not suit the Service",
  severity: "low",
  layer: "cluster",
  dimension: "architecture",
  concern: null,
  references: [],
  why: "With Cluster every node takes the traffic and hands it on under its own address: one hop more, and the application, its logs and its limits by client see nodes instead of clients. With Local behind a plain node port, requests to a node without a pod are dropped without a word.",
  seeByHand:
    "kubectl get services -A -o custom-columns=NS:.metadata.namespace,NAME:.metadata.name,TYPE:.spec.type,POLICY:.spec.externalTrafficPolicy",
  fix: "Set externalTrafficPolicy: Local on a LoadBalancer and run the pods on at least two nodes, spread evenly: the balancer shares by node, not by pod. On a NodePort take Local back to Cluster, unless the balancer before it checks healthCheckNodePort. If the client's address matters to nobody, accept this one.",
  before: `apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { type: LoadBalancer, externalTrafficPolicy: Cluster, selector: { app: web }, ports: [{ port: 443 }] }
`,
  after: `apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { type: LoadBalancer, externalTrafficPolicy: Local, selector: { app: web }, ports: [{ port: 443 }] }
`,
  of: "object",
  kinds: ["Service"],
  look: ({ object }) => {
    const { type, externalTrafficPolicy } = recordOf(object.spec);
    if (object.apiVersion !== "v1" || (type !== "LoadBalancer" && type !== "NodePort")) return NOT_APPLICABLE;
    const field = "spec.externalTrafficPolicy";
    const isLocal = externalTrafficPolicy === "Local";
    if (type === "NodePort")
      return isLocal
        ? [{ field, message: "the NodePort is Local, so nodes without a pod of it drop what they are sent" }]
        : PASS;
    if (isLocal || reachesPodsDirectly(object)) return PASS;
    const how = externalTrafficPolicy === "Cluster" ? "is Cluster" : "has the default policy Cluster";
    return [{ field, message: `the LoadBalancer ${how}, so the pods see nodes instead of clients` }];
  },
});

function reachesPodsDirectly(service: KubernetesObject): boolean {
  const annotations = recordOf(service.metadata.annotations);
  const isAnnotated = PODS_DIRECTLY.some(([name, value]) => {
    const given = annotations[name];
    return typeof given === "string" && value.test(given);
  });
  return isAnnotated || recordOf(service.spec).allocateLoadBalancerNodePorts === false;
}
