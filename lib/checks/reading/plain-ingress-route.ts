import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { NOT_APPLICABLE, notAssessable, PASS, type Verdict } from "../check.ts";
import { recordOf, recordsOf, stringsOf } from "./entries.ts";
import { namespaceOf, objectNamed } from "./namespaced.ts";

/** Entry points of the chart that are not published by its Service: Traefik's own pages and metrics. */
const INTERNAL_ENTRY_POINTS: ReadonlySet<string> = new Set(["traefik", "metrics"]);

/** Whether an IngressRoute of Traefik serves plain HTTP. Routes that only redirect do not. */
export function ingressRouteVerdict(route: KubernetesObject, index: ClusterIndex): Verdict {
  const { tls, entryPoints, routes } = recordOf(route.spec);
  if (tls !== undefined && tls !== null) return PASS;
  const points = stringsOf(entryPoints);
  if (points.length > 0 && points.every((point) => INTERNAL_ENTRY_POINTS.has(point))) return NOT_APPLICABLE;
  const rules = recordsOf(routes);
  if (rules.length > 0 && rules.every(({ entry }) => redirects(entry, route, index))) return PASS;
  if (points.length > 0 && points.every((point) => point === "websecure"))
    return notAssessable('entry point "websecure" may have TLS of its own, in Traefik\'s configuration');
  const where =
    points.length > 0 ? `entry point ${points.map((point) => `"${point}"`).join(", ")}` : "every entry point";
  return [{ field: "spec.tls", message: `the IngressRoute serves ${where} without tls` }];
}

function redirects(rule: Record<string, unknown>, route: KubernetesObject, index: ClusterIndex): boolean {
  return recordsOf(rule.middlewares).some(({ entry }) => {
    const namespace = typeof entry.namespace === "string" ? entry.namespace : namespaceOf(route);
    const middleware = objectNamed(index, "Middleware", namespace, String(entry.name));
    return recordOf(recordOf(middleware?.object.spec).redirectScheme).scheme === "https";
  });
}
