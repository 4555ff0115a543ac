import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { check, type Fault, NOT_APPLICABLE } from "../check.ts";
import { recordOf, recordsOf } from "../reading/entries.ts";
import { type Backend, backendsOf } from "../reading/ingress-routes.ts";
import { objectNamed } from "../reading/namespaced.ts";

/** Judges that each Service behind an Ingress, a Gateway API route or an IngressRoute exists and has the port. */
export const ingressBackendNotFound = check({
  id: "ingress-backend-not-found",
  title: "Ingress leads to a Service or port that is not there",
  severity: "medium",
  layer: "cluster",
  dimension: "applications",
  concern: null,
  references: [],
  why: "Whoever asks for this path gets an error of the ingress controller. It is a rename that was done on one side, or a leftover; and a leftover is an open door for the next Service of that name, which then is on the internet without anyone having decided so.",
  seeByHand: "kubectl -n shop describe ingress web",
  fix: "Name a Service that lives in the Ingress's own namespace, with a port of its spec.ports (the Service's port, not the container's). Remove rules of applications that are gone.",
  before: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec:
  rules:
    - host: shop.example
      http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 8080 } } } }] }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ port: 80, targetPort: 8080 }] }
`,
  after: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec:
  rules:
    - host: shop.example
      http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }] }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web }, ports: [{ port: 80, targetPort: 8080 }] }
`,
  of: "object",
  kinds: ["Ingress", "HTTPRoute", "GRPCRoute", "IngressRoute"],
  look: ({ object }, index) => {
    const backends = backendsOf(object).filter(({ port }) => port !== CONTROLLER_ACTION);
    if (backends.length === 0) return NOT_APPLICABLE;
    return backends.flatMap((backend) => faultsOf(backend, index));
  },
});

/** The AWS controller puts an action of its own in the place of a Service and says so by this port. */
const CONTROLLER_ACTION = "use-annotation";

function faultsOf({ namespace, service, port, serviceField, portField }: Backend, index: ClusterIndex): Fault[] {
  const found = objectNamed(index, "Service", namespace, service);
  if (!found) return [{ field: serviceField, message: `there is no Service "${service}" in namespace "${namespace}"` }];
  const { type, ports } = recordOf(found.object.spec);
  if (type === "ExternalName" || port === undefined) return [];
  const has = recordsOf(ports).map(({ entry }) => entry);
  if (has.some((entry) => entry.port === port || entry.name === port)) return [];
  const offers = has.map((entry) => entry.port).join(", ") || "none";
  return [{ field: portField, message: `Service "${service}" has no port ${port}; it has ${offers}` }];
}
