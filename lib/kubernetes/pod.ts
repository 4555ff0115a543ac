import type { KubernetesObject, ObjectMetadata, Place, ResourceRef } from "./object.ts";

/** The fields of a pod that checks read. Everything is optional: input is hostile until proven otherwise. */
export type SecurityContext = {
  privileged?: boolean;
  allowPrivilegeEscalation?: boolean;
  readOnlyRootFilesystem?: boolean;
  runAsNonRoot?: boolean;
  runAsUser?: number;
  runAsGroup?: number;
  capabilities?: { add?: string[]; drop?: string[] };
  seccompProfile?: { type?: string; localhostProfile?: string };
  appArmorProfile?: { type?: string; localhostProfile?: string };
  seLinuxOptions?: { type?: string; user?: string; role?: string; level?: string };
  procMount?: string;
  windowsOptions?: { hostProcess?: boolean; runAsUserName?: string };
};

export type PodSecurityContext = SecurityContext & {
  fsGroup?: number;
  supplementalGroups?: number[];
  sysctls?: { name: string; value?: string }[];
};

export type ProbeAction = {
  httpGet?: { path?: string; port?: number | string; host?: string; scheme?: string };
  tcpSocket?: { port?: number | string; host?: string };
  exec?: { command?: string[] };
  grpc?: { port?: number };
};
export type Probe = ProbeAction & {
  initialDelaySeconds?: number;
  periodSeconds?: number;
  failureThreshold?: number;
  timeoutSeconds?: number;
};

export type EnvVar = {
  name: string;
  value?: string;
  valueFrom?: {
    secretKeyRef?: { name?: string; key?: string; optional?: boolean };
    configMapKeyRef?: { name?: string; key?: string; optional?: boolean };
    fieldRef?: { fieldPath?: string };
  };
};

export type Container = {
  name: string;
  image?: string;
  imagePullPolicy?: string;
  command?: string[];
  args?: string[];
  env?: EnvVar[];
  envFrom?: {
    secretRef?: { name?: string; optional?: boolean };
    configMapRef?: { name?: string; optional?: boolean };
  }[];
  ports?: { name?: string; containerPort?: number; hostPort?: number; hostIP?: string; protocol?: string }[];
  resources?: { requests?: Record<string, string | number>; limits?: Record<string, string | number> };
  securityContext?: SecurityContext;
  livenessProbe?: Probe;
  readinessProbe?: Probe;
  startupProbe?: Probe;
  lifecycle?: { preStop?: ProbeAction; postStart?: ProbeAction };
  volumeMounts?: { name: string; mountPath?: string; readOnly?: boolean; subPath?: string }[];
  restartPolicy?: string;
};

export type Volume = {
  name: string;
  hostPath?: { path?: string; type?: string };
  emptyDir?: { sizeLimit?: string; medium?: string };
  secret?: { secretName?: string; optional?: boolean };
  configMap?: { name?: string; optional?: boolean };
  persistentVolumeClaim?: { claimName?: string };
  [source: string]: unknown;
};

export type PodSpec = {
  containers?: Container[];
  initContainers?: Container[];
  ephemeralContainers?: Container[];
  volumes?: Volume[];
  securityContext?: PodSecurityContext;
  serviceAccountName?: string;
  serviceAccount?: string;
  automountServiceAccountToken?: boolean;
  hostNetwork?: boolean;
  hostPID?: boolean;
  hostIPC?: boolean;
  hostUsers?: boolean;
  shareProcessNamespace?: boolean;
  nodeName?: string;
  nodeSelector?: Record<string, string>;
  priorityClassName?: string;
  restartPolicy?: string;
  runtimeClassName?: string;
  terminationGracePeriodSeconds?: number;
  topologySpreadConstraints?: {
    topologyKey?: string;
    maxSkew?: number;
    whenUnsatisfiable?: string;
    labelSelector?: unknown;
  }[];
  affinity?: {
    podAntiAffinity?: Record<string, unknown>;
    nodeAffinity?: Record<string, unknown>;
    podAffinity?: Record<string, unknown>;
  };
  tolerations?: { key?: string; operator?: string; effect?: string; value?: string }[];
  imagePullSecrets?: { name?: string }[];
  hostAliases?: unknown[];
  os?: { name?: string };
  [field: string]: unknown;
};

/**
 * Whatever carries a pod: a bare Pod, or a Deployment, StatefulSet, DaemonSet, ReplicaSet, ReplicationController, Job,
 * CronJob, DeploymentConfig, Rollout. What another workload in the snapshot owns is folded into its owner.
 */
export type Workload = {
  ref: ResourceRef;
  object: KubernetesObject;
  at: Place;
  /** Field path of the pod spec: "spec" for a Pod, "spec.template.spec" for a Deployment, … */
  podField: string;
  pod: PodSpec;
  /** Labels and annotations of the pod template. */
  podMetadata: Partial<ObjectMetadata>;
  /** spec.replicas where the kind has it (1 when unset), else null. */
  replicas: number | null;
  /** The line of a field path of `object`, where the format tells it. */
  lineOf?: (field: string) => number | undefined;
};

export type ContainerRole = "container" | "init" | "sidecar" | "ephemeral";

export type ContainerInPod = {
  container: Container;
  role: ContainerRole;
  /** e.g. "spec.template.spec.initContainers[1]" */
  field: string;
  workload: Workload;
};
