import { check, NOT_APPLICABLE } from "../check.ts";
import { recordOf } from "../reading/entries.ts";

/** Restricted field: spec.externalIPs of a Service. Allowed: unset, null or empty. */
export const serviceExternalIps = check({
  id: "service-external-ips",
  title: "Service claims addresses that nobody gave it",
  severity: "high",
  layer: "cluster",
  dimension: "security",
  concern: "network-policies",
  references: ["k8s CVE-2020-8554", "O25:K06"],
  why: "Every node sends traffic for these addresses to the Service, and Kubernetes asks nobody whether they belong to it. Who may create Services can claim the address of your database, your DNS server or a page on the internet and read what the pods send there. No version mends it; it has to be forbidden.",
  seeByHand: `kubectl get services -A -o json | jq -r '.items[] | select((.spec.externalIPs // []) != []) | .metadata.namespace + "/" + .metadata.name + " " + (.spec.externalIPs | join(","))'`,
  fix: "Use type LoadBalancer (with MetalLB or the like on your own machines) or an Ingress, where a controller gives out addresses. Then forbid the field: admission plug-in DenyServiceExternalIPs on the API server, or a policy that admits a list of addresses. Whoever reached the Service by such an address needs the new one first.",
  before: `apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ port: 443 }], externalIPs: [203.0.113.7] }
`,
  after: `apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ port: 443 }] }
`,
  of: "object",
  kinds: ["Service"],
  look: ({ object }) => {
    if (object.apiVersion !== "v1") return NOT_APPLICABLE;
    const { externalIPs } = recordOf(object.spec);
    if (!Array.isArray(externalIPs)) return [];
    return externalIPs.flatMap((address, at) =>
      typeof address === "string"
        ? [
            {
              field: `spec.externalIPs[${at}]`,
              message: `the Service takes the traffic for ${address.slice(0, 64)} on every node`,
            },
          ]
        : [],
    );
  },
});
