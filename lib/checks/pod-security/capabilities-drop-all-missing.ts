import { check, EVERY_ROLE, NOT_APPLICABLE, PASS } from "../check.ts";
import { stringsOf } from "../reading/entries.ts";
import { nameInWords } from "../reading/name-in-words.ts";
import { isWindowsPod } from "../reading/windows-pod.ts";

/**
 * Restricted field: securityContext.capabilities.drop of every container; the pod has no such field.
 * Allowed: a list with ALL (runtimes read it in any case). Windows has no capabilities: not applicable there.
 */
export const capabilitiesDropAllMissing = check({
  id: "capabilities-drop-all-missing",
  title: "Container keeps the capabilities of the runtime's default set",
  severity: "medium",
  layer: "container",
  dimension: "security",
  concern: "no-privileged-users",
  references: ["CIS 5.2.9", "PSS restricted", "O22:K01", "O25:K01"],
  why: "The runtime hands out some fourteen pieces of root's power by default: change owners, forge network packets, make device nodes, become another user. A web server needs none of them. Each one that stays is a tool for whoever breaks in, and naming them one by one forgets those that a later runtime adds.",
  seeByHand: `kubectl get pods -A -o json | jq -r '.items[] | .metadata.namespace + "/" + .metadata.name as $pod | .spec.containers[] | select((.securityContext.capabilities.drop // []) | index("ALL") | not) | $pod + " " + .name'`,
  fix: "Drop ALL on every container, then add back the few that it proves to need. Most images need none once they run as a non-root user on a port from 1024 up; software that starts as root and steps down needs SETUID and SETGID, until you let it start as its user.",
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
          securityContext: { capabilities: { drop: [NET_RAW] } }
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
          securityContext: { capabilities: { drop: [ALL] } }
`,
  of: "container",
  roles: EVERY_ROLE,
  look: ({ container, workload }) => {
    if (isWindowsPod(workload.pod)) return NOT_APPLICABLE;
    const dropped = stringsOf(container.securityContext?.capabilities?.drop);
    if (dropped.some((capability) => capability.toUpperCase() === "ALL")) return PASS;
    const seen = dropped.length > 0 ? `drops only ${dropped.join(", ")}` : "drops no capability";
    return [
      {
        field: "securityContext.capabilities.drop",
        message: `${nameInWords("container", container.name)} ${seen} instead of ALL`,
      },
    ];
  },
});
