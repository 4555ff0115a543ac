import { check, EVERY_ROLE, NOT_APPLICABLE, PASS } from "../check.ts";
import { nameInWords } from "../reading/name-in-words.ts";
import { isWindowsPod } from "../reading/windows-pod.ts";

/**
 * Restricted field: securityContext.allowPrivilegeEscalation of every container; the pod has no such field.
 * Allowed: false. Unset means true. Windows has no setuid: not applicable there.
 */
export const privilegeEscalationAllowed = check({
  id: "privilege-escalation-allowed",
  title: "Process may gain more privileges than its parent",
  severity: "medium",
  layer: "container",
  dimension: "security",
  concern: "no-privileged-users",
  references: ["CIS 5.2.6", "PSS restricted", "NSA pod", "O22:K01", "O25:K01"],
  why: "Unless it is switched off, a setuid binary in the image (su, sudo, mount, a forgotten tool) turns an ordinary user into root inside the container. Running as a non-root user is then worth little: the way back to root lies in the image.",
  seeByHand: `kubectl get pods -A -o json | jq -r '.items[] | .metadata.namespace + "/" + .metadata.name as $pod | .spec.containers[] | select(.securityContext.allowPrivilegeEscalation != false) | $pod + " " + .name'`,
  fix: "Set allowPrivilegeEscalation to false on every container, init containers too; setting it on the pod does nothing. Nearly all software runs unchanged. What breaks is software that calls sudo or ping as a non-root user: give it the one capability, or start as the right user. A privileged container, or one that adds SYS_ADMIN, is refused together with this setting.",
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
          securityContext: { allowPrivilegeEscalation: false }
`,
  of: "container",
  roles: EVERY_ROLE,
  look: ({ container, workload }) => {
    if (isWindowsPod(workload.pod)) return NOT_APPLICABLE;
    const allowed = container.securityContext?.allowPrivilegeEscalation;
    if (allowed === false) return PASS;
    const manner = allowed === true ? "allows privilege escalation" : "does not switch privilege escalation off";
    return [
      {
        field: "securityContext.allowPrivilegeEscalation",
        message: `${nameInWords("container", container.name)} ${manner}`,
      },
    ];
  },
});
