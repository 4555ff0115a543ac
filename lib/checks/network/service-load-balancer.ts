import { check, NOT_APPLICABLE, PASS } from "../check.ts";
import { recordOf } from "../reading/entries.ts";
import { edgeProgramOf } from "../reading/ingress-controllers.ts";
import { isInternal } from "../reading/internet-exposure.ts";
import { workloadsBehind } from "../reading/service-selection.ts";

/**
 * Restricted field: spec.type of a Service. Allowed: anything but LoadBalancer, and a LoadBalancer before an ingress
 * controller or gateway, which is the one place where it belongs.
 */
export const serviceLoadBalancer = check({
  id: "service-load-balancer",
  title: "Service has a load balancer of its own",
  severity: "low",
  layer: "cluster",
  dimension: "security",
  concern: "network-policies",
  references: ["k8s checklist", "O25:K06"],
  why: "Each of these is an address of its own, mostly on the internet, that leads straight to the pods: past the ingress with its TLS, its limits and its logs. Anyone who may create Services can make one, and each is billed by the hour until somebody remembers it.",
  seeByHand: `kubectl get services -A -o json | jq -r '.items[] | select(.spec.type == "LoadBalancer") | .metadata.namespace + "/" + .metadata.name'`,
  fix: "Put one load balancer before an ingress controller or gateway and lead HTTP to the Services by name of host. For what is not HTTP keep it, but inside (the cloud's annotation for an internal one) or limited by spec.loadBalancerSourceRanges. Clients that know the old address have to move; a quota for services.loadbalancers keeps new ones from appearing.",
  before: `apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { type: LoadBalancer, selector: { app: web }, ports: [{ port: 80 }] }
`,
  after: `apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { type: ClusterIP, selector: { app: web }, ports: [{ port: 80 }] }
`,
  of: "object",
  kinds: ["Service"],
  look: ({ object }, index) => {
    if (object.apiVersion !== "v1") return NOT_APPLICABLE;
    if (recordOf(object.spec).type !== "LoadBalancer") return PASS;
    if (workloadsBehind(object, index).some((workload) => edgeProgramOf(workload, index) !== undefined)) return PASS;
    const side = isInternal(object)
      ? "inside the cloud's network"
      : "open to the outside unless the cloud says otherwise";
    return [{ field: "spec.type", message: `the Service has a load balancer of its own, ${side}` }];
  },
});
