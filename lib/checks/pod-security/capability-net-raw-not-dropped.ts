import { check, EVERY_ROLE, NOT_APPLICABLE, PASS } from "../check.ts";
import { stringsOf } from "../reading/entries.ts";
import { nameInWords } from "../reading/name-in-words.ts";
import { isWindowsPod } from "../reading/windows-pod.ts";

/**
 * Restricted field: securityContext.capabilities.drop of every container. Allowed: NET_RAW, or ALL unless NET_RAW is added
 * back. Runtimes read names in any case and know no prefix CAP_ there. Not applicable on Windows.
 */
export const capabilityNetRawNotDropped = check({
  id: "capability-net-raw-not-dropped",
  title: "Container may forge network packets",
  severity: "medium",
  layer: "container",
  dimension: "security",
  concern: "no-privileged-users",
  references: ["CIS 5.2.8", "PSS restricted", "O22:K01", "O25:K01"],
  why: "NET_RAW, which most runtimes give by default, lets a process send packets under any address and listen to all that reach its interface. With it one taken-over container can answer its neighbours' DNS questions and read or redirect their traffic on the same node. Almost nothing but ping needs it.",
  seeByHand: `kubectl get pods -A -o json | jq -r '.items[] | .metadata.namespace + "/" + .metadata.name as $pod | .spec.containers[] | select((.securityContext.capabilities.drop // []) | any(. == "ALL" or . == "NET_RAW") | not) | $pod + " " + .name'`,
  fix: "Drop ALL on every container and add back what is proved to be needed; NET_RAW seldom is. Ping works without it where the node's ping_group_range allows it, as recent runtimes set it. Network agents and packet capture are the exceptions. Dropping takes a restart, nothing else.",
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
          securityContext: { capabilities: { drop: [MKNOD] } }
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
    const dropped = namesIn(container.securityContext?.capabilities?.drop);
    if (dropped.includes("NET_RAW")) return PASS;
    const added = namesIn(container.securityContext?.capabilities?.add);
    const back = added.find((name) => name === "NET_RAW" || name === "ALL");
    if (dropped.includes("ALL") && back === undefined) return PASS;
    const seen = back === undefined ? "keeps NET_RAW of the runtime's default set" : `adds ${back}`;
    return [
      {
        field: `securityContext.capabilities.${back === undefined ? "drop" : "add"}`,
        message: `${nameInWords("container", container.name)} ${seen}`,
      },
    ];
  },
});

function namesIn(capabilities: unknown): string[] {
  return stringsOf(capabilities).map((name) => name.toUpperCase());
}
