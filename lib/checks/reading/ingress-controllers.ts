import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { Workload } from "#lib/kubernetes/pod.ts";
import { type Program, runningByWorkload } from "./running-program.ts";

/** The controller of the Kubernetes project, under its own name and those of its mirrors and repackagers. */
export const INGRESS_NGINX: readonly Program[] = [
  { name: "ingress-nginx", image: /(^|\/)(ingress-nginx([/-]controller(-chroot)?)?|nginx-ingress-controller[\w-]*)$/ },
];

/** What stands at the edge of a cluster and leads traffic on to Services: ingress controllers, gateways, tunnels. */
const EDGES: readonly Program[] = [
  ...INGRESS_NGINX,
  { name: "NGINX Ingress Controller", image: /(^|\/)(nginx-ingress|nginx-plus-ingress|nginx-gateway-fabric)$/ },
  { name: "Traefik", image: /(^|\/)(traefik|traefik-hub)$/ },
  { name: "HAProxy", image: /(^|\/)(haproxy|haproxy-ingress|kubernetes-ingress)$/ },
  { name: "Contour", image: /(^|\/)(contour|contour-envoy)$/ },
  { name: "Envoy", image: /(^|\/)(envoy|envoy-distroless|envoy-gateway|envoyproxy\/gateway)$/ },
  { name: "Istio", image: /(^|\/)(proxyv2|istio-ingressgateway|istio-gateway)$|^auto$/ },
  { name: "Kong", image: /(^|\/)(kong|kong-gateway|kubernetes-ingress-controller)$/ },
  { name: "Ambassador", image: /(^|\/)(emissary|aes|ambassador)$/ },
  { name: "APISIX", image: /(^|\/)(apisix|apisix-ingress-controller)$/ },
  { name: "Gloo", image: /(^|\/)gloo-envoy-wrapper$/ },
  { name: "Kgateway", image: /(^|\/)(kgateway|envoy-wrapper)$/ },
  { name: "Pomerium", image: /(^|\/)pomerium$/ },
  { name: "Voyager", image: /(^|\/)voyager$/ },
  { name: "Skipper", image: /(^|\/)skipper(-ingress)?$/ },
  { name: "Tyk", image: /(^|\/)tyk-gateway$/ },
  { name: "OpenShift router", image: /(^|\/)(ose-haproxy-router|openshift-router)$/ },
];

/** The name of the ingress controller or gateway that a workload is; undefined for all others. */
export function edgeProgramOf(workload: Workload, index: ClusterIndex): string | undefined {
  return runningByWorkload(index, EDGES).get(workload)?.program;
}
