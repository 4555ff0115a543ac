/** A pod with as many faults as fit into one, and every way in which tools hand such a pod over. */
type Fields = Record<string, unknown>;

const BAD: Fields = {
  hostPID: true,
  hostNetwork: true,
  automountServiceAccountToken: true,
  volumes: [{ name: "socket", hostPath: { path: "/var/run/docker.sock" } }],
  containers: [
    {
      name: "web",
      image: "registry.example/web:latest",
      imagePullPolicy: "IfNotPresent",
      securityContext: { privileged: true, runAsUser: 0, capabilities: { add: ["SYS_ADMIN"] } },
      ports: [{ containerPort: 80, hostPort: 80 }],
      env: [{ name: "DB_PASSWORD", value: "hunter2-hunter2" }],
      volumeMounts: [{ name: "socket", mountPath: "/socket" }],
    },
  ],
};
const LABELS = { app: "web" };
const POD: Fields = {
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "web", namespace: "shop", labels: LABELS },
  spec: BAD,
};

function carrier(apiVersion: string, kind: string, spec: Fields = {}): Fields {
  const template = { metadata: { labels: LABELS }, spec: BAD };
  return {
    apiVersion,
    kind,
    metadata: { name: "web", namespace: "shop", labels: LABELS },
    spec: { selector: { matchLabels: LABELS }, ...spec, template },
  };
}

const DEPLOYMENT = carrier("apps/v1", "Deployment");

/** Each kind with a pod template. */
export const TEMPLATES: readonly [string, Fields][] = [
  ["Deployment", DEPLOYMENT],
  ["StatefulSet", carrier("apps/v1", "StatefulSet")],
  ["DaemonSet", carrier("apps/v1", "DaemonSet")],
  ["ReplicaSet", carrier("apps/v1", "ReplicaSet")],
  ["ReplicationController", carrier("v1", "ReplicationController", { selector: LABELS })],
  ["Job", carrier("batch/v1", "Job")],
  [
    "CronJob",
    {
      ...carrier("batch/v1", "CronJob"),
      spec: { schedule: "0 4 * * *", jobTemplate: { spec: { template: { metadata: { labels: LABELS }, spec: BAD } } } },
    },
  ],
  ["DeploymentConfig", carrier("apps.openshift.io/v1", "DeploymentConfig", { selector: LABELS })],
  ["Rollout", carrier("argoproj.io/v1alpha1", "Rollout")],
  [
    "PodTemplate",
    {
      apiVersion: "v1",
      kind: "PodTemplate",
      metadata: { name: "web", namespace: "shop", labels: LABELS },
      template: { metadata: { labels: LABELS }, spec: BAD },
    },
  ],
  ["Deployment of a version to come", carrier("apps/v9", "Deployment")],
];

const { apiVersion: _, kind: __, ...BARE } = DEPLOYMENT;
const json = (value: unknown) => JSON.stringify(value, null, 4);
/** JSON is YAML: what differs is how the documents lie. */
const inYaml = (value: unknown, indent = "") => json(value).replaceAll("\n", `\n${indent}`);
const BESIDE: Fields = {
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: { name: "beside", namespace: "shop" },
  data: {},
};

/** A log that would break anything that took it for JSON. */
const LOG = `==== START logs for container web of pod shop/web ====
{"level": "error", "message": "an open { and a quote"}
]]} " {
==== END logs for container web of pod shop/web ====`;
export type Files = Record<string, string>;

/** The same Deployment in each shape that tools write. */
export const SHAPES: readonly [string, Files][] = [
  ["kubectl get -o json of one", { "web.json": json(DEPLOYMENT) }],
  ["kubectl get -o yaml of one", { "web.yaml": deploymentInYaml() }],
  [
    "kubectl get -o json of many",
    {
      "all.json": json({
        apiVersion: "v1",
        items: [BESIDE, DEPLOYMENT],
        kind: "List",
        metadata: { resourceVersion: "" },
      }),
    },
  ],
  [
    "kubectl get -o yaml of many",
    {
      "all.yaml": `apiVersion: v1\nitems:\n- ${inYaml(BESIDE, "  ")}\n-${indented(deploymentInYaml())}kind: List\nmetadata: {resourceVersion: ""}\n`,
    },
  ],
  [
    "kubectl get --raw",
    {
      "raw.json": json({
        kind: "DeploymentList",
        apiVersion: "apps/v1",
        metadata: { resourceVersion: "9" },
        items: [BARE],
      }),
    },
  ],
  ["JSON lines", { "all.jsonl": `${JSON.stringify(BESIDE)}\n${JSON.stringify(DEPLOYMENT)}\n` }],
  ["an array", { "all.json": json([BESIDE, DEPLOYMENT]) }],
  ["several YAML documents", { "all.yaml": `---\n${inYaml(BESIDE)}\n---\n${deploymentInYaml()}...\n` }],
  [
    "Helm's output",
    {
      "out.yaml": `---\n# Source: shop/templates/config.yaml\n${inYaml(BESIDE)}\n---\n# Source: shop/templates/web.yaml\n${deploymentInYaml()}---\n# Source: shop/templates/empty.yaml\n`,
    },
  ],
  [
    "Helm's output with notes of a test hook",
    {
      "out.yaml": `# Source: shop/templates/web.yaml\n${deploymentInYaml()}\n---\n# Source: shop/templates/tests.yaml\n${inYaml({ ...BESIDE, metadata: { name: "t", annotations: { "helm.sh/hook": "test" } } })}\n`,
    },
  ],
  [
    "kustomize's output",
    { "out.yaml": `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: beside-8gkm2h7f\n---\n${deploymentInYaml()}` },
  ],
  [
    "a kustomization beside it",
    {
      "kustomization.yaml": "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [web.yaml]\n",
      "web.yaml": deploymentInYaml(),
    },
  ],
  [
    "kubectl cluster-info dump, a folder",
    {
      "dump/nodes.json": list("NodeList", []),
      "dump/shop/events.json": list("EventList", []),
      "dump/shop/replication-controllers.json": list("ReplicationControllerList", []),
      "dump/shop/services.json": list("ServiceList", []),
      "dump/shop/daemonsets.json": list("DaemonSetList", []),
      "dump/shop/deployments.json": list("DeploymentList", [BARE], "apps/v1"),
      "dump/shop/replicasets.json": list("ReplicaSetList", []),
      "dump/shop/pods.json": list("PodList", []),
      "dump/shop/web/logs.txt": "==== START logs ====",
    },
  ],
  [
    "kubectl cluster-info dump, one file",
    {
      "dump.json": [list("NodeList", []), list("DeploymentList", [BARE], "apps/v1"), LOG, list("PodList", [])].join(
        "\n",
      ),
    },
  ],
  [
    "a support bundle",
    {
      "bundle/version.yaml":
        "apiVersion: troubleshoot.sh/v1beta2\nkind: SupportBundle\nspec: {versionNumber: 0.120.0}\n",
      "bundle/cluster-info/cluster_version.json": json({ info: { gitVersion: "v1.34.1" }, string: "v1.34.1" }),
      "bundle/cluster-resources/deployments/shop.json": list("DeploymentList", [BARE], "apps/v1"),
      "bundle/cluster-resources/pods/shop.json": json({ kind: "PodList", apiVersion: "v1", items: null }),
      "bundle/cluster-resources/pods/logs/shop/web.log": "a log",
    },
  ],
  [
    "a support bundle of old, plain arrays",
    {
      "bundle/cluster-resources/deployments/shop.json": json([BARE]),
      "bundle/cluster-resources/namespaces.json": json([{ metadata: { name: "shop" } }]),
    },
  ],
  ["UTF-16, as PowerShell writes it", { "web.json": `\ufeff${json(DEPLOYMENT)}` }],
  ["lines of Windows", { "web.yaml": deploymentInYaml().replaceAll("\n", "\r\n") }],
];

/** The pod alone, and the pod as a cluster prints it below its owners: the owner answers for it. */
export const PLAIN_POD = POD;

function list(kind: string, items: unknown[], apiVersion = "v1"): string {
  return json({ kind, apiVersion, metadata: { resourceVersion: "1" }, items });
}

function deploymentInYaml(): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
  labels: {app: web}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      hostPID: true
      hostNetwork: yes
      automountServiceAccountToken: true
      volumes:
      - name: socket
        hostPath: {path: /var/run/docker.sock}
      containers:
      - name: web
        image: registry.example/web:latest
        imagePullPolicy: IfNotPresent
        securityContext:
          privileged: true
          runAsUser: 0
          capabilities: {add: [SYS_ADMIN]}
        ports:
        - {containerPort: 80, hostPort: 80}
        env:
        - name: DB_PASSWORD
          value: hunter2-hunter2
        volumeMounts:
        - {name: socket, mountPath: /socket}
`;
}

function indented(text: string): string {
  return `${text.trimEnd().replace(/^/gm, "  ").slice(1)}\n`;
}
