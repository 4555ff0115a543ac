import { markedValidity, type Validity, validitiesIn } from "#lib/kubernetes/certificate-validity.ts";
import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { check, type Fault, NOT_APPLICABLE, notAssessable, type Verdict } from "../check.ts";
import { conditionOf } from "../reading/condition.ts";
import { recordOf, recordsOf } from "../reading/entries.ts";
import { namespaceOf } from "../reading/namespaced.ts";
import { oncePerIndex } from "../reading/once-per-index.ts";

const DAY = 86_400_000;
/** People need some weeks to get a certificate by hand. */
const SOON_DAYS = 30;
/** Short-lived ones are renewed by machines, in the last third of their life at the latest; then it is late. */
const LAST_PART = 1 / 4;
/** cert-manager renews at a moment that it announces; by then, and a day for retries, it should have. */
const RENEWAL_GRACE = DAY;
const TLS_TYPE = "kubernetes.io/tls";

/** Something with an end: where it stands, what it is, and its validity. */
type Dated = { field: string; what: string; validity: Validity; renewal?: number };

/**
 * Looks at the end of certificates: of cert-manager (status), in TLS Secrets (tls.crt, the first of the chain) and in the
 * bundles by which the API server trusts webhooks, aggregated APIs and conversions (the last of a bundle to end). Allowed:
 * more than 30 days, or a quarter of the life of a shorter one, after the moment of the snapshot. Collecting
 * leaves of a TLS Secret the dates of its certificate; one that a Certificate makes is judged there.
 */
export const certificateExpiring = check({
  id: "certificate-expiring",
  title: "Certificate ends soon or has ended",
  severity: "high",
  layer: "cluster",
  dimension: "security",
  concern: "ingress-tls",
  references: ["k8s checklist"],
  why: "At the minute when a certificate ends, everything that checks it stops: browsers refuse the shop, and when it is a webhook's, the API server refuses every deployment, also the one that would help. It happens at night as well, and under pressure people switch the check off and leave it off.",
  seeByHand: `kubectl get certificates -A; kubectl get secrets -A --field-selector type=kubernetes.io/tls -o json | jq -r '.items[] | .metadata.namespace + "/" + .metadata.name + " " + .data["tls.crt"]' | while read name cert; do echo "$name $(echo "$cert" | base64 -d | openssl x509 -noout -enddate)"; done`,
  fix: "Renew it now, and see why it was not renewed by itself: cert-manager tells it in the events of the Certificate and its challenges (DNS, a rate limit, a closed port 80). Put what is kept by hand under cert-manager, let its cainjector keep the bundles of webhooks, and alarm three weeks before the end. Software that reads its certificate only at the start needs a restart.",
  before: `apiVersion: cert-manager.io/v1
kind: Certificate
metadata: { name: web, namespace: shop }
spec: { secretName: web-tls, dnsNames: [shop.example], issuerRef: { name: letsencrypt, kind: ClusterIssuer } }
status:
  notAfter: "2026-11-01T00:00:00Z"
  conditions: [{ type: Ready, status: "False", reason: Expired, message: Certificate expired }]
`,
  after: `apiVersion: cert-manager.io/v1
kind: Certificate
metadata: { name: web, namespace: shop }
spec: { secretName: web-tls, dnsNames: [shop.example], issuerRef: { name: letsencrypt, kind: ClusterIssuer } }
status:
  notAfter: "2027-02-01T00:00:00Z"
  renewalTime: "2027-01-02T00:00:00Z"
  conditions: [{ type: Ready, status: "True", reason: Ready }]
`,
  of: "object",
  kinds: [
    "Certificate",
    "Secret",
    "ValidatingWebhookConfiguration",
    "MutatingWebhookConfiguration",
    "APIService",
    "CustomResourceDefinition",
  ],
  look: ({ object }, index) => {
    if (object.kind === "Certificate") return judgeCertificate(object, index);
    if (object.kind === "Secret") return judgeSecret(object, index);
    return judge(bundlesOf(object).flatMap(lastOfBundle), index);
  },
});

function judge(dated: readonly Dated[], index: ClusterIndex): Verdict {
  if (dated.length === 0) return NOT_APPLICABLE;
  if (index.observedAt === null)
    return notAssessable("nothing in the snapshot tells when it was taken, so it cannot be told what has ended");
  const now = Date.parse(index.observedAt);
  return dated.flatMap((one) => faultOf(one, now));
}

function faultOf({ field, what, validity, renewal }: Dated, now: number): Fault[] {
  const end = new Date(validity.notAfter).toISOString().slice(0, 10);
  const days = Math.floor(Math.abs(validity.notAfter - now) / DAY);
  const count = days === 1 ? "1 day" : `${days} days`;
  if (validity.notAfter <= now) return [{ field, message: `${what} ended on ${end}, ${count} before the snapshot` }];
  if (renewal !== undefined) {
    if (now <= renewal + RENEWAL_GRACE) return [];
    return [{ field, message: `${what} ends on ${end}, in ${count}, and its renewal is overdue` }];
  }
  const soon = Math.min(SOON_DAYS * DAY, (validity.notAfter - validity.notBefore) * LAST_PART);
  return validity.notAfter - now < soon ? [{ field, message: `${what} ends on ${end}, in ${count}` }] : [];
}

/** That a Certificate has expired, cert-manager says itself; for the rest a clock is needed. */
function judgeCertificate(object: KubernetesObject, index: ClusterIndex): Verdict {
  if (!object.apiVersion.startsWith("cert-manager.io/")) return NOT_APPLICABLE;
  const status = recordOf(object.status);
  const what = `the certificate "${object.metadata.name}"`;
  const ready = conditionOf(object, "Ready");
  if (ready?.status === "False" && ready.reason === "Expired")
    return [{ field: ready.field, message: `${what} has ended` }];
  const notAfter = timeOf(status.notAfter);
  if (notAfter === undefined) return NOT_APPLICABLE;
  const validity = { notBefore: timeOf(status.notBefore) ?? Number.NEGATIVE_INFINITY, notAfter };
  return judge([{ field: "status.notAfter", what, validity, renewal: timeOf(status.renewalTime) }], index);
}

function timeOf(value: unknown): number | undefined {
  const time = typeof value === "string" ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}

function judgeSecret(object: KubernetesObject, index: ClusterIndex): Verdict {
  if (object.type !== TLS_TYPE) return NOT_APPLICABLE;
  if (secretsOfCertificates(index, "all").has(keyOf(object, object.metadata.name))) return NOT_APPLICABLE;
  const [field, chain] = [
    ["stringData", recordOf(object.stringData)["tls.crt"]] as const,
    ["data", recordOf(object.data)["tls.crt"]] as const,
  ].find(([, value]) => typeof value === "string") ?? ["data", undefined];
  if (typeof chain !== "string") return NOT_APPLICABLE;
  const leaf = leafOf(chain);
  if (leaf) return judge([{ field: `${field}["tls.crt"]`, what: "the certificate in tls.crt", validity: leaf }], index);
  if (firstUnseen(index, TLS_TYPE) !== object) return NOT_APPLICABLE;
  return notAssessable("tls.crt was taken out of TLS Secrets before they came here, or holds no certificate");
}

/** Of the certificate that a server shows, which is the first of the chain: out of the marker in its place, or of itself. */
function leafOf(chain: string): Validity | undefined {
  return markedValidity(chain) ?? validitiesIn(chain)[0];
}

/** What holds for all such Secrets is said at one. */
const firstUnseen = oncePerIndex((index: ClusterIndex, type: string): KubernetesObject | undefined => {
  const made = secretsOfCertificates(index, "all");
  return index
    .ofKind("Secret")
    .map(({ object }) => object)
    .find((object) => {
      const chain = recordOf(object.data)["tls.crt"] ?? recordOf(object.stringData)["tls.crt"];
      return (
        object.type === type &&
        typeof chain === "string" &&
        !leafOf(chain) &&
        !made.has(keyOf(object, object.metadata.name))
      );
    });
});

/** Secrets that a Certificate of the snapshot makes: it says their end itself. */
const secretsOfCertificates = oncePerIndex(
  (index: ClusterIndex, _: "all"): ReadonlySet<string> =>
    new Set(
      index
        .ofKind("Certificate")
        .filter(({ object }) => timeOf(recordOf(object.status).notAfter) !== undefined)
        .map(({ object }) => keyOf(object, recordOf(object.spec).secretName)),
    ),
);

function keyOf(object: KubernetesObject, name: unknown): string {
  return `${namespaceOf(object)}/${String(name)}`;
}

type Bundle = { field: string; what: string; bundle: unknown };

function bundlesOf(object: KubernetesObject): Bundle[] {
  const spec = recordOf(object.spec);
  if (object.kind === "APIService")
    return [
      { field: "spec.caBundle", what: "the authority that the API server trusts for this API", bundle: spec.caBundle },
    ];
  if (object.kind === "CustomResourceDefinition") {
    const { clientConfig } = recordOf(recordOf(spec.conversion).webhook);
    const field = "spec.conversion.webhook.clientConfig.caBundle";
    return [{ field, what: "the authority of the conversion webhook", bundle: recordOf(clientConfig).caBundle }];
  }
  return recordsOf(object.webhooks).map(({ entry, at }) => ({
    field: `webhooks[${at}].clientConfig.caBundle`,
    what: `the authority of the webhook "${String(entry.name)}"`,
    bundle: recordOf(entry.clientConfig).caBundle,
  }));
}

/** While authorities change, a bundle holds the old and the new one: it works until the last has ended. */
function lastOfBundle({ field, what, bundle }: Bundle): Dated[] {
  if (typeof bundle !== "string") return [];
  const [last] = validitiesIn(bundle).sort((a, b) => b.notAfter - a.notAfter);
  return last ? [{ field, what, validity: last }] : [];
}
