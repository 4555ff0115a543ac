import { check, PASS } from "../check.ts";
import { waysFromInternet } from "../reading/internet-exposure.ts";
import { podLabelsField } from "../reading/pod-template.ts";

/** How many ways a message names; an application behind a hundred hosts has one finding. */
const SHOWN = 2;

/**
 * Judges whether a Service that selects the pods is opened to the outside: by type LoadBalancer or NodePort, by public
 * externalIPs, or by an Ingress, a Gateway API route, an IngressRoute, a Route or a VirtualService with a gateway. Load
 * balancers that a cloud keeps inside, or that let only named ranges in, do not count.
 */
export const workloadExposedToInternet = check({
  id: "workload-exposed-to-internet",
  title: "Workload can be reached from the internet",
  severity: "medium",
  layer: "cluster",
  dimension: "security",
  concern: "network-policies",
  references: ["O25:K06"],
  why: "What the internet reaches is tried by everyone, day and night. Every other flaw of this workload counts double: a hole in a library, a root user, a writable file system. It is right for your shop window and wrong for most of the rest, so each of these should be somebody's decision.",
  seeByHand: "kubectl get services,ingresses,httproutes -A | grep -Ev 'ClusterIP'",
  fix: "Go through the list with the owners: who outside needs this? Close what nobody needs (type ClusterIP, an internal load balancer, loadBalancerSourceRanges). For what stays, put TLS, sign-in and rate limits in front, and raise the workload itself to the restricted standard; then accept this finding as an exception with a date.",
  before: `apiVersion: v1
kind: Service
metadata: { name: admin, namespace: shop }
spec: { type: LoadBalancer, selector: { app: admin }, ports: [{ port: 80 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: admin, namespace: shop }
spec:
  selector: { matchLabels: { app: admin } }
  template:
    metadata: { labels: { app: admin } }
    spec: { containers: [{ name: admin, image: "registry.example/shop/admin:1.4.2" }] }
`,
  after: `apiVersion: v1
kind: Service
metadata: { name: admin, namespace: shop }
spec: { type: ClusterIP, selector: { app: admin }, ports: [{ port: 80 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: admin, namespace: shop }
spec:
  selector: { matchLabels: { app: admin } }
  template:
    metadata: { labels: { app: admin } }
    spec: { containers: [{ name: admin, image: "registry.example/shop/admin:1.4.2" }] }
`,
  asksProviders: true,
  of: "workload",
  look: (workload, index) => {
    const ways = waysFromInternet(workload, index);
    if (ways.length === 0) return PASS;
    const more = ways.length > SHOWN ? `; ${ways.length - SHOWN} more ways lead to it` : "";
    return [{ field: podLabelsField(workload), message: `${ways.slice(0, SHOWN).join("; ")}${more}` }];
  },
});
