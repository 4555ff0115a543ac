import type { Container } from "#lib/kubernetes/pod.ts";
import { check, EVERY_ROLE } from "../check.ts";
import { recordOf } from "../reading/entries.ts";
import { nameInWords } from "../reading/name-in-words.ts";

const CALLS = ["httpGet", "tcpSocket"] as const;
const PROBES = ["livenessProbe", "readinessProbe", "startupProbe"] as const;
const HOOKS = ["postStart", "preStop"] as const;

/**
 * Restricted fields: host of httpGet and tcpSocket in every probe and lifecycle hook. Allowed: unset, "". Pod Security Standards ask it
 * since Kubernetes 1.34; the hazard is as old as probes.
 */
export const probeOrLifecycleHost = check({
  id: "probe-or-lifecycle-host",
  title: "Probe or hook calls another host",
  severity: "medium",
  layer: "container",
  dimension: "security",
  concern: "runtime-isolation",
  references: ["PSS baseline", "O22:K01", "O25:K01"],
  why: "The kubelet makes the call, from the node, past every network policy. Whoever may write a pod can have nodes call addresses that pods do not reach, such as the cloud's metadata or other nodes, and read from the pod's state whether somebody answered.",
  seeByHand:
    "kubectl get pods -A -o json | jq -r '.items[] | select([.. | objects | (.httpGet.host?, .tcpSocket.host?) // empty] | length > 0) | .metadata.namespace + \"/\" + .metadata.name'",
  fix: "Remove host: the kubelet then calls the pod itself. A probe that asked a dependency belongs into the program's own readiness endpoint; a name for virtual hosts goes into httpHeaders as Host.",
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
          readinessProbe: { httpGet: { host: 10.0.0.7, path: /ready, port: 8080 } }
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
          readinessProbe: { httpGet: { path: /ready, port: 8080 } }
`,
  of: "container",
  roles: EVERY_ROLE,
  look: ({ container }) =>
    actionsOf(container).flatMap(({ field, action }) =>
      CALLS.flatMap((call) => {
        const { host } = recordOf(action[call]);
        if (host === undefined || host === null || host === "") return [];
        const whose = nameInWords("container", container.name);
        return [{ field: `${field}.${call}.host`, message: `${whose} has the kubelet call ${JSON.stringify(host)}` }];
      }),
    ),
});

function actionsOf(container: Container): { field: string; action: Record<string, unknown> }[] {
  const lifecycle = recordOf(container.lifecycle);
  return [
    ...PROBES.map((probe) => ({ field: probe, action: recordOf(container[probe]) })),
    ...HOOKS.map((hook) => ({ field: `lifecycle.${hook}`, action: recordOf(lifecycle[hook]) })),
  ];
}
