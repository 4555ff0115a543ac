import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import type { Workload } from "#lib/kubernetes/pod.ts";
import { recordOf, recordsOf, stringsOf } from "./entries.ts";
import { backendsOf, ROUTE_KINDS } from "./ingress-routes.ts";
import { isAddress, isPublicAddress } from "./ip-address.ts";
import { namespaceOf } from "./namespaced.ts";
import { oncePerIndex } from "./once-per-index.ts";
import { servicesBefore } from "./service-selection.ts";

/** Annotations by which clouds keep a load balancer inside their network, and the values that say so. */
const INTERNAL: readonly (readonly [string, RegExp])[] = [
  ["service.beta.kubernetes.io/aws-load-balancer-internal", /^(true|0\.0\.0\.0\/0)$/i],
  ["service.beta.kubernetes.io/aws-load-balancer-scheme", /^internal$/i],
  ["networking.gke.io/load-balancer-type", /^internal$/i],
  ["cloud.google.com/load-balancer-type", /^internal$/i],
  ["service.beta.kubernetes.io/azure-load-balancer-internal", /^true$/i],
  ["service.beta.kubernetes.io/oci-load-balancer-internal", /^true$/i],
  ["service.beta.kubernetes.io/openstack-internal-load-balancer", /^true$/i],
  ["service.kubernetes.io/ibm-load-balancer-cloud-provider-ip-type", /^private$/i],
  ["alb.ingress.kubernetes.io/scheme", /^internal$/i],
  ["kubernetes.io/ingress.class", /^gce-internal$/i],
];

/** How the internet reaches the pods of a workload, one sentence for each way; [] when it does not. */
export function waysFromInternet(workload: Workload, index: ClusterIndex): string[] {
  const services = servicesBefore(workload, index);
  const direct = services.flatMap(({ object }) => waysThroughService(object, index));
  const routes = services.flatMap(({ object }) =>
    routesTo(object, index)
      .filter((route) => !isInternal(route) && !hasOnlyPrivateAddress(route))
      .map((route) => `${route.kind} "${route.metadata.name}" leads to it through Service "${object.metadata.name}"`),
  );
  return [...new Set([...direct, ...routes])];
}

function waysThroughService(service: KubernetesObject, index: ClusterIndex): string[] {
  const { type, externalIPs } = recordOf(service.spec);
  const name = `Service "${service.metadata.name}"`;
  const outside = stringsOf(externalIPs).filter(isPublicAddress);
  const ways = outside.length > 0 ? [`${name} answers on the public address ${outside.join(", ")}`] : [];
  if (type === "LoadBalancer" && !isInternal(service) && !hasOnlyPrivateAddress(service) && !isLimited(service))
    ways.push(`${name} of type LoadBalancer leads to it`);
  if (type === "NodePort" && nodesMayBePublic(index, "nodes"))
    ways.push(`${name} of type NodePort leads to it on every node`);
  return ways;
}

const routeMemo = new WeakMap<ClusterIndex, ReadonlyMap<string, readonly KubernetesObject[]>>();

/** The routes that send traffic from outside to a Service. A VirtualService without a gateway is for the mesh alone. */
function routesTo(service: KubernetesObject, index: ClusterIndex): readonly KubernetesObject[] {
  let routes = routeMemo.get(index);
  if (!routes) {
    const pairs = ROUTE_KINDS.flatMap((kind) => index.ofKind(kind)).flatMap(({ object }) =>
      isForMeshAlone(object)
        ? []
        : backendsOf(object).map((backend) => ({ key: `${backend.namespace}/${backend.service}`, object })),
    );
    const grouped = Map.groupBy(pairs, ({ key }) => key);
    routes = new Map([...grouped].map(([key, group]) => [key, [...new Set(group.map(({ object }) => object))]]));
    routeMemo.set(index, routes);
  }
  return routes.get(`${namespaceOf(service)}/${service.metadata.name}`) ?? [];
}

function isForMeshAlone(route: KubernetesObject): boolean {
  if (route.kind !== "VirtualService") return false;
  return stringsOf(recordOf(route.spec).gateways).every((gateway) => gateway === "mesh");
}

/** True for a Service, Ingress or Gateway whose annotations keep its load balancer inside the network of the cloud. */
export function isInternal(object: KubernetesObject): boolean {
  const annotations = recordOf(object.metadata.annotations);
  if (recordOf(object.spec).ingressClassName === "gce-internal") return true;
  return INTERNAL.some(([name, value]) => value.test(String(annotations[name] ?? "")));
}

/** True when the load balancer says its addresses and all of them are private. A name tells nothing. */
function hasOnlyPrivateAddress(object: KubernetesObject): boolean {
  const given = recordsOf(recordOf(recordOf(object.status).loadBalancer).ingress);
  const addresses = given.map(({ entry }) => entry.ip).filter(isAddress);
  return addresses.length > 0 && addresses.length === given.length && !addresses.some(isPublicAddress);
}

/** True when the load balancer lets only named ranges in, and none of them is everyone. */
function isLimited(service: KubernetesObject): boolean {
  const ranges = stringsOf(recordOf(service.spec).loadBalancerSourceRanges);
  return ranges.length > 0 && !ranges.some((range) => range.trim().endsWith("/0"));
}

/** Manifests do not show the nodes; a cluster whose nodes all have private addresses alone is not on the internet. */
const nodesMayBePublic = oncePerIndex((index: ClusterIndex, _: "nodes"): boolean => {
  const nodes = index.ofKind("Node");
  return (
    nodes.length === 0 ||
    nodes.some(({ object }) =>
      recordsOf(recordOf(object.status).addresses).some(({ entry }) => isPublicAddress(entry.address)),
    )
  );
});
