import { check, NOT_APPLICABLE, PASS } from "../check.ts";

const TOKEN_TYPE = "kubernetes.io/service-account-token";
/** Set by the control plane on an unused token that it has made worthless and will delete. */
const INVALIDATED = "kubernetes.io/legacy-token-invalid-since";

/** Restricted field: type of a Secret. Allowed: any but a service account's token. */
export const serviceAccountTokenSecret = check({
  id: "service-account-token-secret",
  title: "Service account token that never expires",
  severity: "medium",
  layer: "cluster",
  dimension: "security",
  concern: "authentication",
  references: ["O25:K09"],
  why: "Such a Secret holds a key to the cluster that works from anywhere until somebody deletes it. It is copied into build servers and laptops, is in every backup, and when it leaks nobody can tell who used it. The tokens that pods get today end after an hour and with the pod.",
  seeByHand: "kubectl get secrets -A --field-selector type=kubernetes.io/service-account-token",
  fix: "Find out who uses it (the label kubernetes.io/legacy-token-last-used says when). Inside the cluster use the projected token that every pod can have; outside it, `kubectl create token --duration` or the identity of the build system by OpenID Connect. Then delete the Secret: whoever still uses it is locked out at once, so announce the day.",
  before: `apiVersion: v1
kind: Secret
metadata:
  name: deployer-token
  namespace: ci
  annotations: { kubernetes.io/service-account.name: deployer }
type: kubernetes.io/service-account-token
`,
  after: `apiVersion: v1
kind: Pod
metadata: { name: deployer, namespace: ci }
spec:
  serviceAccountName: deployer
  containers:
    - name: deployer
      image: registry.example/ci/deployer:2.3.0
      volumeMounts: [{ name: token, mountPath: /var/run/deployer, readOnly: true }]
  volumes:
    - name: token
      projected: { sources: [{ serviceAccountToken: { path: token, expirationSeconds: 3600 } }] }
`,
  of: "object",
  kinds: ["Secret"],
  look: ({ object }) => {
    if (object.type !== TOKEN_TYPE) return PASS;
    if (object.metadata.labels?.[INVALIDATED] !== undefined) return NOT_APPLICABLE;
    const account = object.metadata.annotations?.["kubernetes.io/service-account.name"];
    const whose = account ? ` of the service account "${account}"` : "";
    return [{ field: "type", message: `secret "${object.metadata.name}" holds a token${whose} that never expires` }];
  },
});
