import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { check, type Fault, notAssessable, PASS } from "../check.ts";
import {
  isStrictEverywhere,
  kumaEncrypts,
  linkerdAuthenticates,
  MESHES,
  plainTextFaults,
} from "../reading/mesh-encryption.ts";
import { absenceOf } from "../reading/presence.ts";
import { workloadsRunning } from "../reading/running-program.ts";

/**
 * Judges whether services must prove to each other who they are. Istio: no PeerAuthentication is PERMISSIVE or DISABLE
 * and, on a cluster, STRICT holds for every meshed namespace and some AuthorizationPolicy exists. Linkerd: unauthenticated
 * traffic is refused somewhere. Kuma: a backend is on. Consul encrypts always. Manifests are judged by what is in them.
 */
export const serviceMeshMtlsMissing = check({
  id: "service-mesh-mtls-missing",
  title: "Services do not require mutual TLS of each other",
  severity: "medium",
  layer: "cluster",
  dimension: "security",
  concern: null,
  references: ["NSA network", "k8s checklist", "O25:K05"],
  why: "Inside the cluster requests travel in plain text and nobody asks who sent them. Whoever listens on one node reads passwords and customer data of every service that passes it, and whoever takes one pod may call every other in its name. A mesh in permissive mode looks encrypted and takes plain text all the same.",
  seeByHand: "kubectl get peerauthentications,authorizationpolicies -A",
  fix: "With a mesh: inject it everywhere, watch until no plain traffic is left, then set STRICT for the whole mesh and write AuthorizationPolicies from what you saw. Probes and jobs outside the mesh break first. Without one: decide whether a mesh is worth its upkeep here; the encryption of the network plug-in (WireGuard) hides traffic from the wire, though it proves no identity.",
  before: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: default, namespace: istio-system }
spec: { mtls: { mode: PERMISSIVE } }
`,
  after: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: default, namespace: istio-system }
spec: { mtls: { mode: STRICT } }
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  rules: [{ from: [{ source: { principals: [cluster.local/ns/edge/sa/edge] } }] }]
`,
  of: "cluster",
  look: (index) => {
    const plain = plainTextFaults(index);
    if (plain.length > 0) return plain;
    const running = workloadsRunning(index, MESHES).map(({ program }) => program);
    const peers = index.ofKind("PeerAuthentication");
    if (!index.live && peers.length > 0) return PASS;
    const hasIstio = running.includes("Istio") || peers.length > 0;
    const gaps = hasIstio ? istioGaps(index) : [];
    if (running.includes("Linkerd") && !linkerdAuthenticates(index))
      gaps.push({ field: "", message: "Linkerd runs, but takes unauthenticated traffic by default" });
    if (running.includes("Kuma") && !kumaEncrypts(index))
      gaps.push({ field: "", message: "Kuma runs, but no Mesh has a backend for mutual TLS" });
    if (!index.live && running.length > 0)
      return notAssessable("the manifests install a service mesh, but not what it requires of the services");
    if (gaps.length > 0) return gaps;
    if (hasIstio || running.length > 0) return PASS;
    return absenceOf(
      index,
      "a service mesh",
      "no service mesh runs, so services neither encrypt nor prove who they are",
    );
  },
});

function istioGaps(index: ClusterIndex): Fault[] {
  if (!isStrictEverywhere(index))
    return [{ field: "", message: "Istio runs, but no PeerAuthentication asks for STRICT mutual TLS everywhere" }];
  if (index.ofKind("AuthorizationPolicy").length === 0)
    return [{ field: "", message: "mutual TLS is STRICT, but no AuthorizationPolicy says who may call whom" }];
  return [];
}
