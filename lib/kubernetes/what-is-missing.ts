/** What tools read for themselves; it looks like an object, and no cluster ever holds it. */
const SETTINGS_OF_TOOLS =
  /^(kustomize\.config\.k8s\.io|kind\.x-k8s\.io|kubeadm\.k8s\.io|(kubelet|kubeproxy|kubescheduler|kubecontrollermanager|controlplane|apiserver|eventratelimit\.admission|pod-security\.admission|imagepolicy)\.(config\.)?k8s\.io|audit\.k8s\.io|config\.k8s\.io|k3d\.io|troubleshoot\.(sh|replicated\.com)|skaffold|eksctl\.io|minikube\.)/;
const HEAD = new Set(["apiVersion", "kind", "metadata"]);
const LONGEST_NAME = 1_000;

/** `onlyName`: the rest is there, so that it can be read. */
export type Missing = { reason: string; foreign: boolean; onlyName?: boolean };

/** What a mapping lacks to be an object of a cluster; null when nothing. `foreign`: it does not claim to be one. */
export function whatIsMissing(value: Record<string, unknown>): Missing | null {
  const { kind, apiVersion, metadata } = value;
  if (typeof kind !== "string" || kind === "") {
    // A chart's own file has an apiVersion, and neither metadata nor a kind.
    const foreign = metadata === undefined || (apiVersion === undefined && kind === undefined);
    return { reason: foreign ? "it is not a Kubernetes object" : "the object has no kind", foreign };
  }
  if (!/^[A-Za-z][A-Za-z0-9.-]{0,99}$/.test(kind))
    return { reason: "the kind of the object is no kind", foreign: false };
  if (apiVersion !== undefined && apiVersion !== null && !isApiVersion(apiVersion))
    return { reason: `the apiVersion of the ${kind} is none`, foreign: false };
  const onlyName = isText(apiVersion) && Object.keys(value).some((field) => !HEAD.has(field));
  if (metadata === null || typeof metadata !== "object" || Array.isArray(metadata)) {
    if (isSetting(kind, apiVersion))
      return { reason: `it is a ${kind}: settings of a tool, not an object of a cluster`, foreign: true };
    const isLeftOut = metadata === null || metadata === undefined;
    return {
      reason: `the ${kind} has no metadata`,
      foreign: apiVersion === undefined,
      onlyName: onlyName && isLeftOut,
    };
  }
  const fault = nameFault(kind, apiVersion, metadata as Record<string, unknown>);
  return fault?.onlyName ? { ...fault, onlyName } : fault;
}

function nameFault(kind: string, apiVersion: unknown, { name, generateName }: Record<string, unknown>): Missing | null {
  if (isText(name) || (name === undefined && isText(generateName))) {
    return String(name ?? generateName).length > LONGEST_NAME
      ? { reason: `the name of the ${kind} is longer than any name of Kubernetes`, foreign: false }
      : null;
  }
  if (name === undefined || name === null || name === "")
    return {
      reason: `the ${kind} has no name`,
      foreign: isSetting(kind, apiVersion),
      onlyName: !isSetting(kind, apiVersion),
    };
  return { reason: `the name of the ${kind} is no text`, foreign: false };
}

function isSetting(kind: string, apiVersion: unknown): boolean {
  if (kind === "Config" && apiVersion === "v1") return true;
  return typeof apiVersion === "string" && SETTINGS_OF_TOOLS.test(apiVersion);
}

function isApiVersion(value: unknown): boolean {
  return typeof value === "string" && value.length <= 300 && /^[\w./-]*$/.test(value);
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
