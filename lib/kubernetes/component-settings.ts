import type { Place } from "./object.ts";

/**
 * Settings of Kubernetes' own programs that checks read as evidence, by kind and API group. No cluster holds them as
 * objects, and most have no name: the file that they came from gives one.
 */
const GROUP_OF_KIND: Readonly<Record<string, string>> = {
  ClusterConfiguration: "kubeadm.k8s.io",
  EncryptionConfiguration: "apiserver.config.k8s.io",
  KubeletConfiguration: "kubelet.config.k8s.io",
  KubeProxyConfiguration: "kubeproxy.config.k8s.io",
  Policy: "audit.k8s.io",
};
const LONGEST_NAME = 253;

/**
 * The settings as an object that has a name; null for anything else. `{"kubeletconfig": {...}}`, which a kubelet answers
 * under /configz, is a KubeletConfiguration that does not say so.
 */
export function settingsAsObject(fields: Record<string, unknown>, at: Place): Record<string, unknown> | null {
  const { kind, apiVersion, kubeletconfig } = fields;
  if (kind === undefined && isRecord(kubeletconfig))
    return {
      ...kubeletconfig,
      apiVersion: "kubelet.config.k8s.io/v1beta1",
      kind: "KubeletConfiguration",
      metadata: { name: nameOf(at) },
    };
  if (typeof kind !== "string" || typeof apiVersion !== "string" || !Object.hasOwn(GROUP_OF_KIND, kind)) return null;
  const metadata = isRecord(fields.metadata) ? fields.metadata : {};
  const isNameless = metadata.name === undefined || metadata.name === null;
  if (!apiVersion.startsWith(`${GROUP_OF_KIND[kind]}/`) || !isNameless) return null;
  return { ...fields, metadata: { ...metadata, name: nameOf(at) } };
}

/** "nodes/worker-1/proxy/configz" -> "worker-1", "etc/kubelet.yaml" -> "kubelet". */
function nameOf({ path }: Place): string {
  const steps = path.split(/[/\\]/).filter((step) => step !== "" && !/^(proxy|configz(\.json)?)$/.test(step));
  const name = (steps.at(-1) ?? "").replace(/\.(ya?ml|json|conf)$/i, "").slice(0, LONGEST_NAME);
  return name === "" || name === "-" ? "settings" : name;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
