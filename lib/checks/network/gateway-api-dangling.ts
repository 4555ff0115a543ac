import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { check, type Fault, NOT_APPLICABLE, notAssessable, type Verdict } from "../check.ts";
import { recordOf, recordsOf } from "../reading/entries.ts";
import { type Backend, backendsOf } from "../reading/ingress-routes.ts";
import { namespaceOf, objectNamed, objectsIn } from "../reading/namespaced.ts";
import { isWholeCluster } from "../reading/presence.ts";

const ROUTES = ["HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute", "UDPRoute"];
/** Whose backends are judged by ingress-backend-not-found. */
const BACKENDS_ELSEWHERE = new Set(["HTTPRoute", "GRPCRoute"]);
/** Conditions by which a controller says that a reference of a route or Gateway leads nowhere. */
const BROKEN_REFERENCES: ReadonlySet<unknown> = new Set(["Accepted", "ResolvedRefs", "Programmed"]);

/**
 * Judges what objects of the Gateway API refer to: the Gateway and listener of a route, the class of a Gateway, the
 * Services of a route that is not HTTP; and what their controller says of them in the status. A Gateway that belongs to
 * others is mostly not among the manifests of a route, which then cannot be judged.
 */
export const gatewayApiDangling = check({
  id: "gateway-api-dangling",
  title: "Gateway or route refers to something that is not there",
  severity: "medium",
  layer: "cluster",
  dimension: "applications",
  concern: null,
  references: [],
  why: "A route without its Gateway takes no traffic at all, and a Gateway without its class gets no address: whoever calls the host is answered by nobody, or by another route. Nothing in Kubernetes refuses such a reference, so the mistake shows when customers do.",
  seeByHand: "kubectl get gateways,httproutes -A -o wide; kubectl -n shop describe httproute web",
  fix: "Name a Gateway that exists, with its namespace (parentRefs[].namespace, for it seldom is your own) and a listener that it has (sectionName). The Gateway must allow routes of your namespace (listeners[].allowedRoutes), and a backend in another namespace needs a ReferenceGrant there. The conditions in the status say which of these it is.",
  before: `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec:
  parentRefs: [{ name: public, namespace: edge, sectionName: http }]
  rules: [{ backendRefs: [{ name: web, port: 80 }] }]
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: public, namespace: edge }
spec: { gatewayClassName: cilium, listeners: [{ name: https, protocol: HTTPS, port: 443 }] }
`,
  after: `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec:
  parentRefs: [{ name: public, namespace: edge, sectionName: https }]
  rules: [{ backendRefs: [{ name: web, port: 80 }] }]
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: public, namespace: edge }
spec: { gatewayClassName: cilium, listeners: [{ name: https, protocol: HTTPS, port: 443 }] }
---
apiVersion: gateway.networking.k8s.io/v1
kind: GatewayClass
metadata: { name: cilium }
spec: { controllerName: io.cilium/gateway-controller }
`,
  of: "object",
  kinds: ["Gateway", ...ROUTES],
  look: ({ object }, index) => {
    if (!object.apiVersion.startsWith("gateway.networking.k8s.io/")) return NOT_APPLICABLE;
    const said = inStatus(object);
    if (said.length > 0) return said;
    return object.kind === "Gateway" ? ofGateway(object, index) : ofRoute(object, index);
  },
});

function inStatus({ status }: KubernetesObject): Fault[] {
  const { conditions, parents } = recordOf(status);
  const places = [
    { list: conditions, path: "status.conditions" },
    ...recordsOf(parents).map(({ entry, at }) => ({
      list: entry.conditions,
      path: `status.parents[${at}].conditions`,
    })),
  ];
  return places.flatMap(({ list, path }) =>
    recordsOf(list).flatMap(({ entry, at }) => {
      const { type, status: value, reason } = entry;
      if (value !== "False" || !BROKEN_REFERENCES.has(type) || typeof reason !== "string" || reason === "Pending")
        return [];
      return [
        {
          field: `${path}[${at}]`,
          message: `its controller says that it is not ${type === "ResolvedRefs" ? "able to resolve its references" : "accepted"}: ${reason}`,
        },
      ];
    }),
  );
}

function ofGateway({ spec }: KubernetesObject, index: ClusterIndex): Verdict {
  const { gatewayClassName } = recordOf(spec);
  if (typeof gatewayClassName !== "string" || gatewayClassName === "")
    return [{ field: "spec.gatewayClassName", message: "the Gateway names no class, so no controller takes it" }];
  if (index.find("GatewayClass", "", gatewayClassName)) return [];
  if (index.ofKind("GatewayClass").length === 0 && !isWholeCluster(index))
    return notAssessable(`GatewayClass "${gatewayClassName}" is not among what was read: it may be in the cluster`);
  return [{ field: "spec.gatewayClassName", message: `there is no GatewayClass "${gatewayClassName}"` }];
}

function ofRoute(route: KubernetesObject, index: ClusterIndex): Verdict {
  const unseen: string[] = [];
  const faults = recordsOf(recordOf(route.spec).parentRefs).flatMap(({ entry, at }): Fault[] => {
    const { kind, group, name } = entry;
    if ((kind ?? "Gateway") !== "Gateway" || typeof name !== "string" || !isOfGatewayApi(group)) return [];
    const namespace = typeof entry.namespace === "string" ? entry.namespace : namespaceOf(route);
    const gateway = objectNamed(index, "Gateway", namespace, name)?.object;
    const field = `spec.parentRefs[${at}]`;
    if (gateway) return missingListener(gateway, entry.sectionName, `${field}.sectionName`);
    if (!isWholeCluster(index) && objectsIn(index, "Gateway", namespace).length === 0) {
      unseen.push(`Gateway "${name}" of namespace "${namespace}"`);
      return [];
    }
    return [{ field: `${field}.name`, message: `there is no Gateway "${name}" in namespace "${namespace}"` }];
  });
  const backends = BACKENDS_ELSEWHERE.has(route.kind) ? [] : backendsOf(route);
  const all = [...faults, ...backends.flatMap((backend) => missingService(backend, index))];
  const [first] = unseen;
  return all.length === 0 && first
    ? notAssessable(`${first} is not among what was read: it may be in the cluster`)
    : all;
}

function isOfGatewayApi(group: unknown): boolean {
  return group === undefined || group === null || group === "gateway.networking.k8s.io";
}

function missingListener({ metadata, spec }: KubernetesObject, section: unknown, field: string): Fault[] {
  if (typeof section !== "string") return [];
  const listeners = recordsOf(recordOf(spec).listeners);
  if (listeners.length === 0 || listeners.some(({ entry }) => entry.name === section)) return [];
  return [{ field, message: `Gateway "${metadata.name}" has no listener "${section}"` }];
}

function missingService({ service, namespace, serviceField }: Backend, index: ClusterIndex): Fault[] {
  if (objectNamed(index, "Service", namespace, service)) return [];
  return [{ field: serviceField, message: `there is no Service "${service}" in namespace "${namespace}"` }];
}
