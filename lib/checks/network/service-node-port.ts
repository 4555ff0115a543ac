import { check, PASS } from "../check.ts";
import { recordOf, recordsOf } from "../reading/entries.ts";

/** Restricted field: spec.type of a Service. Allowed: anything but NodePort. */
export const serviceNodePort = check({
  id: "service-node-port",
  title: "Service opens a port on every node",
  severity: "medium",
  layer: "cluster",
  dimension: "security",
  concern: "network-policies",
  references: ["O22:K09", "O25:K06"],
  why: "A NodePort opens the same high port on every node, also on those that run none of its pods. Whoever reaches a node reaches the service, past the ingress with its TLS, sign-in and limits, and often past network policies, for the traffic seems to come from the node.",
  seeByHand: `kubectl get services -A -o json | jq -r '.items[] | select(.spec.type == "NodePort") | .metadata.namespace + "/" + .metadata.name'`,
  fix: "Make it a ClusterIP and let an Ingress or a Gateway lead to it; take a LoadBalancer for what is not HTTP. Where a load balancer outside the cluster needs node ports, limit the firewall of the nodes to that balancer. Find out who uses the port before you close it.",
  before: `apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec:
  type: NodePort
  selector: { app: web }
  ports: [{ port: 80, nodePort: 30080 }]
`,
  after: `apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec:
  type: ClusterIP
  selector: { app: web }
  ports: [{ port: 80 }]
`,
  of: "object",
  kinds: ["Service"],
  look: ({ object }) => {
    const { type, ports } = recordOf(object.spec);
    if (type !== "NodePort") return PASS;
    const open = recordsOf(ports).flatMap(({ entry }) => (typeof entry.nodePort === "number" ? [entry.nodePort] : []));
    const which = open.length > 0 ? `port ${open.join(", ")}` : "a port of the cluster's choice";
    return [{ field: "spec.type", message: `the Service is of type NodePort and opens ${which} on every node` }];
  },
});
