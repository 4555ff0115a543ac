import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { check, notAssessable, PASS } from "../check.ts";
import { recordOf, recordsOf, stringsOf } from "../reading/entries.ts";
import { signatureVerifiersOf } from "../reading/signature-verifiers.ts";

/**
 * Looks for a policy that refuses images without a valid signature: Kyverno, sigstore's policy controller, Connaisseur,
 * Ratify, Portieris, Kubewarden, OpenShift, or the API server's ImagePolicyWebhook. Plain manifests need not contain
 * the cluster's policies, and Google keeps Binary Authorization on its side: not assessable there without one.
 */
export const imageSignatureUnverified = check({
  id: "image-signature-unverified",
  title: "Nothing verifies the signatures of images",
  severity: "medium",
  layer: "container",
  dimension: "security",
  concern: "image-signing",
  references: ["CIS 5.5.1", "O22:K02"],
  why: "Without a check at admission the cluster runs whatever carries the right name. An attacker who can push to the registry, or stands between it and the nodes, replaces an image, and your whole build with its scans was for nothing.",
  seeByHand:
    "kubectl get clusterpolicies,clusterimagepolicies,validatingwebhookconfigurations,mutatingwebhookconfigurations",
  fix: "Sign images as the last step of the build (keyless by the build's identity, or with a key in your cloud's vault). Install one verifier, let it report for two weeks, sign or except what it finds, then let it refuse, one namespace after the other. Watch what happens when the verifier is down: it should refuse, and run in more than one copy.",
  before: `apiVersion: kyverno.io/v1
kind: ClusterPolicy
metadata: { name: verify-images }
spec:
  validationFailureAction: Audit
  rules:
    - name: signed-by-our-build
      match: { any: [{ resources: { kinds: [Pod] } }] }
      verifyImages:
        - imageReferences: ["registry.example/*"]
          attestors: [{ entries: [{ keyless: { issuer: "https://token.actions.example", subject: "https://git.example/*" } }] }]
`,
  after: `apiVersion: kyverno.io/v1
kind: ClusterPolicy
metadata: { name: verify-images }
spec:
  validationFailureAction: Enforce
  rules:
    - name: signed-by-our-build
      match: { any: [{ resources: { kinds: [Pod] } }] }
      verifyImages:
        - imageReferences: ["registry.example/*"]
          attestors: [{ entries: [{ keyless: { issuer: "https://token.actions.example", subject: "https://git.example/*" } }] }]
`,
  of: "cluster",
  look: (index) => {
    const verifiers = signatureVerifiersOf(index);
    if (verifiers.some((verifier) => verifier.refuses) || usesImagePolicyWebhook(index)) return PASS;
    if (verifiers.length > 0)
      return verifiers.map(({ object, name, why }) => ({
        field: "spec",
        message: `${name} verifies signatures but refuses nothing: ${why}`,
        on: object,
      }));
    if (!index.live) return notAssessable("plain manifests do not show which policies the cluster enforces");
    if (runsOnGoogle(index))
      return notAssessable("Binary Authorization is set at Google and not visible in the cluster");
    return [{ field: "", message: "no policy of the cluster verifies image signatures" }];
  },
});

function usesImagePolicyWebhook(index: ClusterIndex): boolean {
  return index
    .ofKind("Pod")
    .filter(({ object }) => object.metadata.namespace === "kube-system" && /^kube-apiserver/.test(object.metadata.name))
    .flatMap(({ object }) => recordsOf(recordOf(object.spec).containers))
    .flatMap(({ entry }) => [...stringsOf(entry.command), ...stringsOf(entry.args)])
    .some((flag) => flag.startsWith("--enable-admission-plugins=") && flag.includes("ImagePolicyWebhook"));
}

function runsOnGoogle(index: ClusterIndex): boolean {
  return index.ofKind("Node").some(({ object }) => String(recordOf(object.spec).providerID).startsWith("gce://"));
}
