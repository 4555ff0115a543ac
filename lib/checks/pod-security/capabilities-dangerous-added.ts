import { check, EVERY_ROLE, PASS } from "../check.ts";
import { stringsOf } from "../reading/entries.ts";
import { nameInWords } from "../reading/name-in-words.ts";

/** What each capability gives away. Those of the runtime's default set and those that stay in the container are not here. */
const DANGEROUS: Readonly<Record<string, string>> = {
  ALL: "every power that root has",
  AUDIT_CONTROL: "switching the kernel's audit off",
  BPF: "loading programs into the kernel",
  DAC_READ_SEARCH: "reading any file of the node by its handle",
  LINUX_IMMUTABLE: "making files that root cannot remove",
  MAC_ADMIN: "changing the mandatory access control",
  MAC_OVERRIDE: "ignoring the mandatory access control",
  NET_ADMIN: "changing routes and firewalls",
  PERFMON: "watching every process of the node",
  SYSLOG: "reading kernel addresses and messages",
  SYS_ADMIN: "mounting, tracing and nearly all that root can do",
  SYS_BOOT: "restarting the node or its kernel",
  SYS_MODULE: "loading kernel modules",
  SYS_PTRACE: "reading and steering other processes",
  SYS_RAWIO: "reading and writing the node's devices and memory",
  SYS_TIME: "changing the clock of the node",
};

/**
 * Restricted field: securityContext.capabilities.add of every container.
 * Allowed: anything but the capabilities above, with or without the prefix CAP_, in any case.
 */
export const capabilitiesDangerousAdded = check({
  id: "capabilities-dangerous-added",
  title: "Container adds a capability that reaches beyond it",
  severity: "high",
  layer: "container",
  dimension: "security",
  concern: "no-privileged-users",
  references: ["CIS 5.2.9", "PSS baseline", "O22:K01", "O25:K01"],
  escalatesTo: "cluster",
  why: "Some capabilities are not confined to the container: with SYS_ADMIN, SYS_MODULE or SYS_PTRACE a process can leave it, with NET_ADMIN it can rewrite the traffic that it sees. Adding one of them is close to running privileged, and looks harmless in a review.",
  seeByHand: `kubectl get pods -A -o json | jq -r '.items[] | .metadata.namespace + "/" + .metadata.name as $pod | .spec.containers[] | select(.securityContext.capabilities.add) | $pod + " " + .name + " " + (.securityContext.capabilities.add | join(","))'`,
  fix: "Ask what the capability is for. NET_ADMIN in an init container usually sets up a mesh: use the mesh's CNI plugin. SYS_PTRACE is for a debugger: use an ephemeral container when the need arises. SYS_ADMIN is mostly for mounts: let a CSI driver do them. What remains (network and storage agents of the node) belongs in a namespace of its own.",
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
          securityContext: { capabilities: { add: [NET_ADMIN, SYS_ADMIN] } }
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
          securityContext: { capabilities: { drop: [ALL], add: [NET_BIND_SERVICE] } }
`,
  of: "container",
  roles: EVERY_ROLE,
  look: ({ container }) => {
    const added = container.securityContext?.capabilities?.add;
    if (!Array.isArray(added)) return PASS;
    return stringsOf(added).flatMap((capability) => {
      const gives = DANGEROUS[capability.toUpperCase().replace(/^CAP_/, "")];
      if (gives === undefined) return [];
      return [
        {
          field: `securityContext.capabilities.add[${added.indexOf(capability)}]`,
          message: `${nameInWords("container", container.name)} adds the capability ${capability}: ${gives}`,
        },
      ];
    });
  },
});
