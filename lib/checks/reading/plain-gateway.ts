import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { type Fault, NOT_APPLICABLE } from "../check.ts";
import { recordOf, recordsOf } from "./entries.ts";
import { namespaceOf } from "./namespaced.ts";

/**
 * Where a Gateway (of the Gateway API, or of Istio) serves plain HTTP. A listener that does nothing but redirect to
 * HTTPS is fine. Protocols that are not HTTP are not judged.
 */
export function gatewayFaults(gateway: KubernetesObject, index: ClusterIndex): Fault[] | typeof NOT_APPLICABLE {
  if (gateway.apiVersion.startsWith("networking.istio.io/")) return istioFaults(gateway);
  const listeners = recordsOf(recordOf(gateway.spec).listeners);
  if (!listeners.some(({ entry }) => /^(HTTP|HTTPS|TLS)$/.test(String(entry.protocol)))) return NOT_APPLICABLE;
  return listeners.flatMap(({ entry, at }) => {
    if (entry.protocol !== "HTTP" || onlyRedirects(gateway, String(entry.name), index)) return [];
    const message = `listener "${entry.name}" takes plain HTTP on port ${entry.port}, and not only to redirect it`;
    return [{ field: `spec.listeners[${at}].protocol`, message }];
  });
}

function istioFaults(gateway: KubernetesObject): Fault[] | typeof NOT_APPLICABLE {
  const servers = recordsOf(recordOf(gateway.spec).servers);
  const protocol = (entry: Record<string, unknown>) => String(recordOf(entry.port).protocol ?? "").toUpperCase();
  if (!servers.some(({ entry }) => /^(HTTP2?|HTTPS|TLS|GRPC(-WEB)?)$/.test(protocol(entry)))) return NOT_APPLICABLE;
  return servers.flatMap(({ entry, at }) => {
    if (!/^(HTTP2?|GRPC(-WEB)?)$/.test(protocol(entry)) || recordOf(entry.tls).httpsRedirect === true) return [];
    const message = `the server on port ${recordOf(entry.port).number} takes plain ${protocol(entry)} and does not redirect it`;
    return [{ field: `spec.servers[${at}].port.protocol`, message }];
  });
}

/** True when routes attach to the listener and every rule of theirs sends the client to HTTPS. */
function onlyRedirects(gateway: KubernetesObject, listener: string, index: ClusterIndex): boolean {
  const attached = index
    .ofKind("HTTPRoute")
    .filter(({ object }) =>
      recordsOf(recordOf(object.spec).parentRefs).some(
        ({ entry }) =>
          entry.name === gateway.metadata.name &&
          (entry.namespace ?? namespaceOf(object)) === namespaceOf(gateway) &&
          (entry.sectionName === undefined || entry.sectionName === listener),
      ),
    );
  return (
    attached.length > 0 &&
    attached.every(({ object }) => {
      const rules = recordsOf(recordOf(object.spec).rules);
      return rules.length > 0 && rules.every(({ entry }) => recordsOf(entry.filters).some(isRedirectToHttps));
    })
  );
}

function isRedirectToHttps({ entry }: { entry: Record<string, unknown> }): boolean {
  return entry.type === "RequestRedirect" && recordOf(entry.requestRedirect).scheme === "https";
}
