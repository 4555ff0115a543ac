import { hex, type Random, suffix, timeOf, uid } from "./random.ts";

export type Owner = { apiVersion: string; kind: string; name: string; uid: string };
export type App = { name: string; namespace: string; variant: number };

const REGISTRY = "registry.example.com/platform";

/** Two containers, as an application with a sidecar has them; `variant` makes applications differ from each other. */
export function podSpec({ name, variant }: App, token?: string): Record<string, unknown> {
  const mount = token
    ? [{ mountPath: "/var/run/secrets/kubernetes.io/serviceaccount", name: token, readOnly: true }]
    : [];
  return {
    containers: [appContainer(name, variant, mount), proxyContainer(variant, mount)],
    dnsPolicy: "ClusterFirst",
    restartPolicy: "Always",
    schedulerName: "default-scheduler",
    securityContext: variant % 3 === 0 ? {} : { fsGroup: 2000, runAsNonRoot: true },
    serviceAccount: name,
    serviceAccountName: name,
    terminationGracePeriodSeconds: 30,
    volumes: [
      { configMap: { defaultMode: 420, name: `${name}-config` }, name: "config" },
      { emptyDir: {}, name: "tmp" },
    ],
  };
}

function appContainer(name: string, variant: number, mount: object[]): object {
  const probe = { httpGet: { path: "/healthz", port: "http", scheme: "HTTP" }, periodSeconds: 10, timeoutSeconds: 1 };
  return {
    args: ["--listen=:8080", `--shards=${variant % 7}`],
    env: [
      { name: "LOG_LEVEL", value: variant % 2 === 0 ? "info" : "debug" },
      { name: "POD_NAME", valueFrom: { fieldRef: { apiVersion: "v1", fieldPath: "metadata.name" } } },
      { name: "DB_PASSWORD", valueFrom: { secretKeyRef: { key: "password", name: `${name}-db` } } },
      { name: "DB_HOST", value: `postgres.${name}.svc.cluster.local` },
    ],
    image: `${REGISTRY}/${name}:1.${variant % 40}.0`,
    imagePullPolicy: "IfNotPresent",
    livenessProbe: { ...probe, failureThreshold: 3, successThreshold: 1 },
    name: "app",
    ports: [{ containerPort: 8080, name: "http", protocol: "TCP" }],
    readinessProbe: { ...probe, failureThreshold: 3, successThreshold: 1 },
    resources: { limits: { memory: "512Mi" }, requests: { cpu: "100m", memory: "256Mi" } },
    securityContext:
      variant % 4 === 0
        ? {}
        : { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] }, readOnlyRootFilesystem: true },
    terminationMessagePath: "/dev/termination-log",
    terminationMessagePolicy: "File",
    volumeMounts: [{ mountPath: "/etc/app", name: "config" }, { mountPath: "/tmp", name: "tmp" }, ...mount],
  };
}

function proxyContainer(variant: number, mount: object[]): object {
  return {
    args: ["proxy", "--log-level=warning"],
    image: `${REGISTRY}/proxy:2.${variant % 3}.1`,
    imagePullPolicy: "IfNotPresent",
    name: "proxy",
    ports: [{ containerPort: 15001, name: "proxy", protocol: "TCP" }],
    resources: { limits: { cpu: "200m", memory: "128Mi" }, requests: { cpu: "10m", memory: "40Mi" } },
    securityContext: { runAsUser: 1337 },
    terminationMessagePath: "/dev/termination-log",
    terminationMessagePolicy: "File",
    volumeMounts: mount,
  };
}

/** A running pod of an owner, with all that the API server, the scheduler and the kubelet add. */
export function pod(random: Random, app: App, owner: Owner | null, nodeName: string): object {
  const token = `kube-api-access-${suffix(random)}`;
  const spec = podSpec(app, token) as { volumes: object[] };
  const hash = owner?.kind === "ReplicaSet" ? { "pod-template-hash": owner.name.slice(-10) } : {};
  return {
    apiVersion: "v1",
    kind: "Pod",
    metadata: {
      annotations: { "prometheus.io/scrape": "true", "prometheus.io/port": "8080" },
      creationTimestamp: timeOf(random),
      ...(owner ? { generateName: `${owner.name}-` } : {}),
      labels: { app: app.name, "app.kubernetes.io/name": app.name, ...hash },
      name: `${owner?.name ?? app.name}-${suffix(random)}`,
      namespace: app.namespace,
      ...(owner ? { ownerReferences: [{ ...owner, blockOwnerDeletion: true, controller: true }] } : {}),
      resourceVersion: String(Math.floor(random() * 1e9)),
      uid: uid(random),
    },
    spec: {
      ...spec,
      enableServiceLinks: true,
      nodeName,
      preemptionPolicy: "PreemptLowerPriority",
      priority: 0,
      tolerations: ["not-ready", "unreachable"].map((key) => ({
        effect: "NoExecute",
        key: `node.kubernetes.io/${key}`,
        operator: "Exists",
        tolerationSeconds: 300,
      })),
      volumes: [...spec.volumes, tokenVolume(token)],
    },
    status: status(random, app),
  };
}

function tokenVolume(name: string): object {
  const sources = [
    { serviceAccountToken: { expirationSeconds: 3607, path: "token" } },
    { configMap: { items: [{ key: "ca.crt", path: "ca.crt" }], name: "kube-root-ca.crt" } },
    {
      downwardAPI: { items: [{ fieldRef: { apiVersion: "v1", fieldPath: "metadata.namespace" }, path: "namespace" }] },
    },
  ];
  return { name, projected: { defaultMode: 420, sources } };
}

function status(random: Random, { name, variant }: App): object {
  const started = timeOf(random);
  const ip = `10.${Math.floor(random() * 256)}.${Math.floor(random() * 256)}.${Math.floor(random() * 256)}`;
  const host = `172.16.${Math.floor(random() * 20)}.${Math.floor(random() * 256)}`;
  const conditions = ["PodReadyToStartContainers", "Initialized", "Ready", "ContainersReady", "PodScheduled"];
  const containers = [
    ["app", `${REGISTRY}/${name}:1.${variant % 40}.0`],
    ["proxy", `${REGISTRY}/proxy:2.${variant % 3}.1`],
  ] as const;
  return {
    conditions: conditions.map((type) => ({ lastProbeTime: null, lastTransitionTime: started, status: "True", type })),
    containerStatuses: containers.map(([container, image]) => ({
      containerID: `containerd://${hex(random, 64)}`,
      image,
      imageID: `${image.split(":")[0]}@sha256:${"0123456789abcdef".repeat(4)}`,
      lastState: {},
      name: container,
      ready: true,
      restartCount: random() < 0.02 ? 7 : 0,
      started: true,
      state: { running: { startedAt: started } },
    })),
    hostIP: host,
    hostIPs: [{ ip: host }],
    phase: "Running",
    podIP: ip,
    podIPs: [{ ip }],
    qosClass: "Burstable",
    startTime: started,
  };
}
