import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject, LocatedObject } from "#lib/kubernetes/object.ts";
import { recordOf, recordsOf, stringsOf } from "./entries.ts";

/** A policy that verifies the signatures of images: does it refuse what is not signed, or only report it? */
export type SignatureVerifier = { object: LocatedObject; name: string; refuses: boolean; why: string };

type Judgement = { refuses: boolean; why: string } | null;
type Rule = { kinds: readonly string[]; group: RegExp; judge: (object: KubernetesObject) => Judgement };

const REFUSES = { refuses: true, why: "" };

const RULES: readonly Rule[] = [
  { kinds: ["ClusterPolicy", "Policy"], group: /^kyverno\.io\//, judge: judgeKyverno },
  {
    kinds: ["ImageValidatingPolicy", "NamespacedImageValidatingPolicy"],
    group: /^policies\.kyverno\.io\//,
    judge: judgeImageValidating,
  },
  { kinds: ["ClusterImagePolicy"], group: /^policy\.sigstore\.dev\//, judge: judgeSigstore },
  { kinds: ["ClusterImagePolicy", "ImagePolicy"], group: /^config\.openshift\.io\//, judge: () => REFUSES },
  { kinds: ["ImagePolicy", "ClusterImagePolicy"], group: /^portieris\.cloud\.ibm\.com\//, judge: () => REFUSES },
  { kinds: ["RatifyVerification"], group: /^constraints\.gatekeeper\.sh\//, judge: judgeGatekeeper },
  {
    kinds: ["ClusterAdmissionPolicy", "AdmissionPolicy"],
    group: /^policies\.kubewarden\.io\//,
    judge: judgeKubewarden,
  },
];

/** The name by which a webhook says that it verifies signatures; it refuses unless its failure is ignored. */
const WEBHOOK = /connaisseur|cosigned|ratify|portieris|notation|binauthz|image-signature/i;

/** Every object of the snapshot that verifies image signatures. */
export function signatureVerifiersOf(index: ClusterIndex): SignatureVerifier[] {
  const policies = RULES.flatMap(({ kinds, group, judge }) =>
    kinds
      .flatMap((kind) => index.ofKind(kind))
      .filter(({ object }) => group.test(object.apiVersion))
      .flatMap((object) => toVerifier(object, judge(object.object))),
  );
  if (policies.length > 0) return policies;
  return ["ValidatingWebhookConfiguration", "MutatingWebhookConfiguration"]
    .flatMap((kind) => index.ofKind(kind))
    .flatMap((object) => toVerifier(object, judgeWebhook(object.object)));
}

function toVerifier(object: LocatedObject, judgement: Judgement): SignatureVerifier[] {
  const name = `${object.object.kind} "${object.object.metadata.name}"`;
  return judgement === null ? [] : [{ object, name, ...judgement }];
}

function judgeKyverno(policy: KubernetesObject): Judgement {
  const spec = recordOf(policy.spec);
  const verifying = recordsOf(spec.rules).flatMap(({ entry }) => recordsOf(entry.verifyImages));
  if (verifying.length === 0) return null;
  const isEnforced = verifying.some(({ entry }) =>
    /^enforce$/i.test(String(entry.failureAction ?? spec.validationFailureAction ?? "Audit")),
  );
  return isEnforced ? REFUSES : { refuses: false, why: "it only audits" };
}

function judgeImageValidating(policy: KubernetesObject): Judgement {
  const actions = stringsOf(recordOf(policy.spec).validationActions);
  return actions.length === 0 || actions.includes("Deny") ? REFUSES : { refuses: false, why: "it does not deny" };
}

function judgeSigstore(policy: KubernetesObject): Judgement {
  const spec = recordOf(policy.spec);
  if (spec.mode === "warn") return { refuses: false, why: "it only warns" };
  const authorities = recordsOf(spec.authorities);
  const letsAllPass =
    authorities.length > 0 && authorities.every(({ entry }) => recordOf(entry.static).action === "pass");
  return letsAllPass ? { refuses: false, why: "it lets every image pass unseen" } : REFUSES;
}

function judgeGatekeeper(constraint: KubernetesObject): Judgement {
  const action = recordOf(constraint.spec).enforcementAction;
  return action === undefined || action === "deny" ? REFUSES : { refuses: false, why: `its action is "${action}"` };
}

function judgeKubewarden(policy: KubernetesObject): Judgement {
  const spec = recordOf(policy.spec);
  if (!/verify-image-signatures/.test(String(spec.module))) return null;
  return spec.mode === "monitor" ? { refuses: false, why: "it only monitors" } : REFUSES;
}

function judgeWebhook(configuration: KubernetesObject): Judgement {
  const hooks = recordsOf(configuration.webhooks);
  if (!WEBHOOK.test(configuration.metadata.name) || hooks.length === 0) return null;
  const isIgnored = hooks.every(({ entry }) => entry.failurePolicy === "Ignore");
  return isIgnored ? { refuses: false, why: "pods pass when it does not answer" } : REFUSES;
}
