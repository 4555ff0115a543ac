import { check, PASS } from "../check.ts";
import { recordsOf, stringsOf } from "../reading/entries.ts";

/**
 * Restricted field: hostAliases of the pod. Allowed: unset, an empty list.
 */
export const hostAliasesSet = check({
  id: "host-aliases-set",
  title: "Pod brings host names of its own",
  severity: "low",
  layer: "container",
  dimension: "security",
  concern: "runtime-isolation",
  references: ["O22:K01", "O25:K01"],
  why: "Entries in /etc/hosts win over DNS. A name that points to a fixed address goes on pointing there when the service has moved, and whoever may write the pod can send its calls, with the credentials in them, to a machine of theirs.",
  seeByHand:
    "kubectl get pods -A -o json | jq -r '.items[] | select(.spec.hostAliases) | .metadata.namespace + \"/\" + .metadata.name'",
  fix: "Put the name into DNS: a Service without selector with an EndpointSlice, an ExternalName, or a zone of CoreDNS. Then remove hostAliases. For a test against one machine accept it with an end date.",
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      hostAliases: [{ ip: 10.0.0.7, hostnames: [db.example] }]
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
`,
  of: "workload",
  look: ({ pod, podField }) => {
    const aliases = recordsOf(pod.hostAliases);
    if (aliases.length === 0) return PASS;
    const names = aliases.flatMap(({ entry }) => stringsOf(entry.hostnames)).slice(0, 3);
    return [
      {
        field: `${podField}.hostAliases`,
        message: `the pod sets addresses of its own for ${names.join(", ") || "hosts"}`,
      },
    ];
  },
});
