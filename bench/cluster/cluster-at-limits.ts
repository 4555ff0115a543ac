import { node } from "./node.ts";
import { type App, type Owner, pod, podSpec } from "./pods.ts";
import { hex, type Random, seeded, suffix, timeOf, uid } from "./random.ts";

/** What Kubernetes promises to bear: 5,000 nodes, 150,000 pods, 300,000 containers; services and the rest in proportion. */
export const MOST_PODS = 150_000;
const PODS_PER_NODE = 30;
const PODS_PER_APP = 15;
const APPS_PER_NAMESPACE = 20;

/**
 * A cluster of so many pods as `kubectl get … -A -o json` prints it, object by object, the same for the same seed: pods
 * first, as kubectl lists them, then what owns them, Services, policies, RBAC, configuration and nodes.
 */
export function* clusterText(pods: number, seed = 20_261_123): Generator<string> {
  yield '{\n    "apiVersion": "v1",\n    "items": [';
  let isFirst = true;
  for (const object of clusterObjects(pods, seed)) {
    yield `${isFirst ? "" : ","}\n        ${JSON.stringify(object, null, 4).replaceAll("\n", "\n        ")}`;
    isFirst = false;
  }
  yield '\n    ],\n    "kind": "List",\n    "metadata": {\n        "resourceVersion": ""\n    }\n}\n';
}

function* clusterObjects(pods: number, seed: number): Generator<object> {
  const random = seeded(seed);
  const nodes = Array.from({ length: Math.ceil(pods / PODS_PER_NODE) }, (_, at) => nodeName(at));
  const agents = 2;
  const apps = Array.from({ length: Math.ceil((pods - agents * nodes.length) / PODS_PER_APP) }, (_, at) =>
    ownedApp(at, random),
  );
  for (const { app, set } of apps)
    for (let at = 0; at < PODS_PER_APP; at++)
      yield pod(random, app, set, nodes[Math.floor(random() * nodes.length)] ?? "");
  for (let agent = 0; agent < agents; agent++) yield* daemonSet(random, agent, nodes);
  for (const { app, set, deployment } of apps) yield* workloadOf(random, app, set, deployment);
  for (const { app } of apps) yield* besides(random, app);
  const namespaces = new Set(["kube-system", ...apps.map(({ app }) => app.namespace)]);
  for (const name of namespaces) yield* ofNamespace(random, name);
  for (const [at, name] of nodes.entries()) yield node(random, name, at);
}

type OwnedApp = { app: App; set: Owner; deployment: Owner };

function ownedApp(at: number, random: Random): OwnedApp {
  const name = `service-${at}`;
  const app = { name, namespace: `team-${Math.floor(at / APPS_PER_NAMESPACE)}`, variant: at };
  const owner = (kind: string, own: string): Owner => ({ apiVersion: "apps/v1", kind, name: own, uid: uid(random) });
  return { app, set: owner("ReplicaSet", `${name}-${suffix(random, 10)}`), deployment: owner("Deployment", name) };
}

function nodeName(at: number): string {
  return `ip-172-16-${at >> 8}-${at & 255}.eu-west-1.compute.internal`;
}

function* daemonSet(random: Random, at: number, nodes: readonly string[]): Generator<object> {
  const app: App = { name: `agent-${at}`, namespace: "kube-system", variant: at };
  const owner: Owner = { apiVersion: "apps/v1", kind: "DaemonSet", name: app.name, uid: uid(random) };
  for (const name of nodes) yield pod(random, app, owner, name);
  const counts = {
    currentNumberScheduled: nodes.length,
    desiredNumberScheduled: nodes.length,
    numberReady: nodes.length,
  };
  yield { ...carrier(random, app, owner), status: { ...counts, numberMisscheduled: 0 } };
}

function* workloadOf(random: Random, app: App, set: Owner, deployment: Owner): Generator<object> {
  const status = { availableReplicas: PODS_PER_APP, readyReplicas: PODS_PER_APP, replicas: PODS_PER_APP };
  yield { ...carrier(random, app, deployment, PODS_PER_APP), status };
  yield { ...carrier(random, app, set, PODS_PER_APP, deployment), status };
}

function carrier(random: Random, app: App, self: Owner, replicas?: number, owner?: Owner): Record<string, unknown> {
  const owners = owner ? { ownerReferences: [{ ...owner, blockOwnerDeletion: true, controller: true }] } : {};
  return {
    apiVersion: self.apiVersion,
    kind: self.kind,
    metadata: { ...metadata(random, app, self.name), ...owners, uid: self.uid },
    spec: {
      ...(replicas === undefined ? {} : { replicas }),
      selector: { matchLabels: { app: app.name } },
      template: {
        metadata: { labels: { app: app.name, "app.kubernetes.io/name": app.name } },
        spec: podSpec(app),
      },
    },
  };
}

/** What stands beside a workload: its Service with its endpoints, account, configuration and disruption budget. */
function* besides(random: Random, app: App): Generator<object> {
  const ports = [{ name: "http", port: 80, protocol: "TCP", targetPort: "http" }];
  const selector = { app: app.name };
  yield {
    apiVersion: "v1",
    kind: "Service",
    metadata: metadata(random, app),
    spec: { ports, selector, type: "ClusterIP" },
  };
  const endpoints = Array.from({ length: PODS_PER_APP }, () => ({
    addresses: [`10.${Math.floor(random() * 256)}.${Math.floor(random() * 256)}.9`],
    conditions: { ready: true, serving: true, terminating: false },
    targetRef: { kind: "Pod", name: `${app.name}-${suffix(random)}`, namespace: app.namespace, uid: uid(random) },
  }));
  yield {
    addressType: "IPv4",
    apiVersion: "discovery.k8s.io/v1",
    endpoints,
    kind: "EndpointSlice",
    metadata: metadata(random, app, `${app.name}-${suffix(random)}`),
    ports,
  };
  yield { apiVersion: "v1", kind: "ServiceAccount", metadata: metadata(random, app) };
  const data = { "app.yaml": `shards: ${app.variant % 7}\nlog: info\nlisten: ":8080"\n# ${hex(random, 400)}\n` };
  yield { apiVersion: "v1", data, kind: "ConfigMap", metadata: metadata(random, app, `${app.name}-config`) };
  const secret = { password: Buffer.from(hex(random, 32)).toString("base64") };
  yield {
    apiVersion: "v1",
    data: secret,
    kind: "Secret",
    metadata: metadata(random, app, `${app.name}-db`),
    type: "Opaque",
  };
  if (app.variant % 2 === 0)
    yield {
      apiVersion: "policy/v1",
      kind: "PodDisruptionBudget",
      metadata: metadata(random, app),
      spec: { maxUnavailable: 1, selector: { matchLabels: selector } },
    };
}

function* ofNamespace(random: Random, namespace: string): Generator<object> {
  const of = { name: namespace, namespace, variant: 0 };
  const own = metadata(random, of);
  yield {
    apiVersion: "v1",
    kind: "Namespace",
    metadata: { ...own, namespace: undefined },
    status: { phase: "Active" },
  };
  const policy = (name: string, spec: object) => ({
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: metadata(random, of, name),
    spec,
  });
  yield policy("default-deny", { podSelector: {}, policyTypes: ["Ingress", "Egress"] });
  yield policy("allow-same-namespace", {
    ingress: [{ from: [{ podSelector: {} }] }],
    podSelector: {},
    policyTypes: ["Ingress"],
  });
  const rules = [{ apiGroups: ["", "apps"], resources: ["pods", "deployments"], verbs: ["get", "list", "watch"] }];
  const rbac = "rbac.authorization.k8s.io";
  yield { apiVersion: `${rbac}/v1`, kind: "Role", metadata: metadata(random, of, "reader"), rules };
  yield {
    apiVersion: `${rbac}/v1`,
    kind: "RoleBinding",
    metadata: metadata(random, of, "readers"),
    roleRef: { apiGroup: rbac, kind: "Role", name: "reader" },
    subjects: [{ apiGroup: rbac, kind: "Group", name: `${namespace}-developers` }],
  };
}

function metadata(random: Random, { name, namespace }: App, own = name): Record<string, unknown> {
  return {
    creationTimestamp: timeOf(random),
    labels: { app: name, "app.kubernetes.io/managed-by": "Helm" },
    name: own,
    namespace,
    resourceVersion: String(Math.floor(random() * 1e9)),
    uid: uid(random),
  };
}
