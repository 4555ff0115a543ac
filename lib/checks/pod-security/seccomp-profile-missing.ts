import { check, EVERY_ROLE, NOT_APPLICABLE, PASS } from "../check.ts";
import { nameInWords } from "../reading/name-in-words.ts";
import { seccompTypeOf } from "../reading/seccomp-profile.ts";
import { isWindowsPod } from "../reading/windows-pod.ts";

const PROFILES = ["RuntimeDefault", "Localhost"];

/**
 * Restricted fields: securityContext.seccompProfile.type of the pod and of every container; the container's wins.
 * Allowed: RuntimeDefault, Localhost. Before 1.27 the alpha annotations count too. Not applicable on Windows.
 */
export const seccompProfileMissing = check({
  id: "seccomp-profile-missing",
  title: "Container runs without a seccomp profile",
  severity: "medium",
  layer: "container",
  dimension: "security",
  concern: "runtime-isolation",
  references: ["CIS 5.6.2", "PSS restricted", "NSA pod", "O22:K01", "O25:K01"],
  why: "A container may ask the kernel for several hundred things and needs some dozens. The runtime's default profile refuses the rest, and most published ways out of a container begin with one of those. Unless the pod asks for it, or every kubelet is told to apply it, no profile is in force.",
  seeByHand: `kubectl get pods -A -o json | jq -r '.items[] | .spec.securityContext.seccompProfile.type as $pod | .metadata.namespace + "/" + .metadata.name as $name | .spec.containers[] | select((.securityContext.seccompProfile.type // $pod // "Unconfined") == "Unconfined") | $name + " " + .name'`,
  fix: "Set seccompProfile type RuntimeDefault on the pod: it covers all its containers, and nearly all software runs unchanged. Debuggers and some sandboxes need calls that it refuses: give those containers a Localhost profile of their own. Switching seccompDefault on in the kubelet protects what you cannot change; still say it in the pod, so that it moves with it.",
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
      securityContext: { seccompProfile: { type: RuntimeDefault } }
      containers:
        - name: web
          image: registry.example/shop/web:1.4.2
`,
  of: "container",
  roles: EVERY_ROLE,
  look: (visited, index) => {
    if (isWindowsPod(visited.workload.pod)) return NOT_APPLICABLE;
    const type = seccompTypeOf(visited, index);
    if (type !== null && PROFILES.includes(type)) return PASS;
    const seen = type === null ? "has no seccomp profile" : `asks for the seccomp profile "${type}"`;
    return [
      {
        field: "securityContext.seccompProfile.type",
        message: `${nameInWords("container", visited.container.name)} ${seen}`,
      },
    ];
  },
});
