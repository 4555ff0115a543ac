import { check, NOT_APPLICABLE, PASS } from "../check.ts";
import { isMirrorPod } from "../reading/pod-template.ts";
import { accountField, accountOf, mountsToken } from "../reading/service-account.ts";

/**
 * Restricted fields: serviceAccountName, else serviceAccount, of the pod. Allowed: any account but "default", which is
 * what an unset field means; the default one where no token of it is mounted, for then the pod cannot use it. Mirrors of
 * static pods have no account.
 */
export const defaultServiceAccountUsed = check({
  id: "default-service-account-used",
  title: "Pod runs as the default service account",
  severity: "medium",
  layer: "container",
  dimension: "security",
  concern: "no-privileged-users",
  references: ["CIS 5.1.5", "O22:K03"],
  why: "All pods of a namespace that name no account share this one and its token. A right that one of them needs becomes the right of all; the audit log shows one name for all of them; and who may pull which image cannot be told apart.",
  seeByHand: `kubectl get pods -A -o json | jq -r '.items[] | select(.spec.serviceAccountName == "default") | .metadata.namespace + "/" + .metadata.name'`,
  fix: "Software that calls the Kubernetes API gets an account of its own, named in serviceAccountName. For all other software switch the token off, in the pod or on the default account of the namespace: then it has nothing to lose. Pull secrets that hang on the default account have to be given to the new one, else images are no longer found.",
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: registry.example/shop/web:1.4.2
`,
  after: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      serviceAccountName: web
      containers:
        - name: web
          image: registry.example/shop/web:1.4.2
`,
  of: "workload",
  look: (workload, index) => {
    if (isMirrorPod(workload)) return NOT_APPLICABLE;
    if (accountOf(workload).name !== "default" || !mountsToken(workload, index)) return PASS;
    const { serviceAccountName, serviceAccount } = workload.pod;
    const isNamed = serviceAccountName === "default" || serviceAccount === "default";
    const message = isNamed
      ? 'the pod runs as the service account "default" and mounts its token'
      : 'the pod names no service account: it runs as "default" and mounts its token';
    return [{ field: accountField(workload), message }];
  },
});
