import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { LocatedObject } from "#lib/kubernetes/object.ts";
import type { Fault } from "../check.ts";
import { recordOf } from "./entries.ts";
import { namespaceOf } from "./namespaced.ts";
import type { Program } from "./running-program.ts";

/** Control planes of service meshes. */
export const MESHES: readonly Program[] = [
  { name: "Istio", image: /(^|\/)(istio\/pilot|pilot|istiod|pilot-distroless)$/ },
  { name: "Linkerd", image: /(^|\/)linkerd\/controller$/ },
  { name: "Consul", image: /(^|\/)(consul-k8s-control-plane|consul-k8s)$/ },
  { name: "Kuma", image: /(^|\/)kuma-cp$/ },
];

const WEAK_MODES = ["PERMISSIVE", "DISABLE"];

/** Where a PeerAuthentication of Istio lets plain text in, for all of its pods or on one port. */
export function plainTextFaults(index: ClusterIndex): Fault[] {
  return index.ofKind("PeerAuthentication").flatMap((on) => {
    const { mtls, portLevelMtls } = recordOf(on.object.spec);
    const modes = [
      { field: "spec.mtls.mode", mode: recordOf(mtls).mode, where: "" },
      ...Object.entries(recordOf(portLevelMtls)).map(([port, value]) => ({
        field: `spec.portLevelMtls.${port}.mode`,
        mode: recordOf(value).mode,
        where: ` on port ${port}`,
      })),
    ];
    return modes
      .filter(({ mode }) => WEAK_MODES.includes(String(mode)))
      .map(({ field, mode, where }) => ({
        on,
        field,
        message: `mutual TLS is ${mode}${where}, so plain text is taken in`,
      }));
  });
}

/** True when some PeerAuthentication without a selector asks for STRICT: in Istio's own namespace, or in each other one. */
export function isStrictEverywhere(index: ClusterIndex): boolean {
  const strict = index
    .ofKind("PeerAuthentication")
    .filter(isStrictForNamespace)
    .map(({ object }) => namespaceOf(object));
  if (strict.includes("istio-system")) return true;
  const meshed = index
    .ofKind("Namespace")
    .filter(({ object }) => isInjected(recordOf(object.metadata.labels)))
    .map(({ object }) => object.metadata.name);
  return meshed.length > 0 && meshed.every((namespace) => strict.includes(namespace));
}

function isStrictForNamespace({ object }: LocatedObject): boolean {
  const { mtls, selector } = recordOf(object.spec);
  return recordOf(mtls).mode === "STRICT" && Object.keys(recordOf(recordOf(selector).matchLabels)).length === 0;
}

function isInjected(labels: Record<string, unknown>): boolean {
  return (
    labels["istio-injection"] === "enabled" ||
    labels["istio.io/rev"] !== undefined ||
    labels["istio.io/dataplane-mode"] === "ambient"
  );
}

/** True when Linkerd refuses what is not authenticated: by a default for namespaces, or by policies of its own. */
export function linkerdAuthenticates(index: ClusterIndex): boolean {
  const objects = [...index.ofKind("Namespace"), ...index.ofKind("Deployment"), ...index.ofKind("ConfigMap")];
  const byDefault = objects.some(({ object }) =>
    /^(all-authenticated|cluster-authenticated|deny)$/.test(
      String(recordOf(object.metadata.annotations)["config.linkerd.io/default-inbound-policy"] ?? ""),
    ),
  );
  return (
    byDefault || index.ofKind("MeshTLSAuthentication").length > 0 || index.ofKind("ServerAuthorization").length > 0
  );
}

/** True when a Mesh of Kuma has a certificate backend switched on. */
export function kumaEncrypts(index: ClusterIndex): boolean {
  return index.ofKind("Mesh").some(({ object }) => Boolean(recordOf(recordOf(object.spec).mtls).enabledBackend));
}
