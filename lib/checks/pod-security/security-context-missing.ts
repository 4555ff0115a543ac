import { check, EVERY_ROLE, PASS } from "../check.ts";
import { recordOf } from "../reading/entries.ts";
import { nameInWords } from "../reading/name-in-words.ts";
import { podContextOf } from "../reading/security-contexts.ts";

/**
 * Judges whether a container has any security context, its own or its pod's. Allowed: any field in either.
 */
export const securityContextMissing = check({
  id: "security-context-missing",
  title: "No security context is set",
  severity: "low",
  layer: "container",
  dimension: "security",
  concern: "no-privileged-users",
  references: ["CIS 5.6.3", "O22:K01", "O25:K01"],
  why: "Nobody has decided as whom the program runs and what it may do, so the image and the runtime decide: mostly root, with all the capabilities that the runtime hands out, writing where it likes.",
  seeByHand:
    "kubectl get pods -A -o json | jq -r '.items[] | select((.spec.securityContext // {}) == {} and ([(.spec.containers + .spec.initContainers)[] | (.securityContext // {}) == {}] | any)) | .metadata.namespace + \"/\" + .metadata.name'",
  fix: "Give the pod runAsNonRoot: true and seccompProfile RuntimeDefault, and each container allowPrivilegeEscalation: false, readOnlyRootFilesystem: true and capabilities.drop: [ALL]. Images that start as root need a user in their Dockerfile first.",
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
      containers:
        - name: web
          image: registry.example/shop/web:1.4.2
          securityContext: { runAsNonRoot: true, allowPrivilegeEscalation: false }
`,
  of: "container",
  roles: EVERY_ROLE,
  look: ({ container, workload }) => {
    if (isSet(podContextOf(workload)) || isSet(container.securityContext)) return PASS;
    const message = `${nameInWords("container", container.name)} has no security context, and its pod has none either`;
    return [{ field: "securityContext", message }];
  },
});

function isSet(context: unknown): boolean {
  return Object.values(recordOf(context)).some((value) => value !== undefined && value !== null);
}
