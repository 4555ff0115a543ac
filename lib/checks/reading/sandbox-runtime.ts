import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { ObjectMetadata } from "#lib/kubernetes/object.ts";
import type { PodSpec } from "#lib/kubernetes/pod.ts";

/** Runtimes that put a kernel of their own, or a machine, between the container and the node. */
const SANDBOX =
  /gvisor|runsc|kata|firecracker|microvm|hyperv|hyper-v|mshv|confidential|peer-?pod|quark|nabla|edera|sandbox/i;

/** Names by which everybody calls ordinary runtimes. */
const SHARED = /^(runc|crun|youki|nvidia|docker|default)\b/i;

/** "sandboxed"; "shared kernel" with what was seen; or "unknown" when the snapshot does not say what the class does. */
export type Isolation = { kind: "sandboxed" } | { kind: "shared"; seen: string } | { kind: "unknown"; seen: string };

/** How far the runtime of a pod keeps it from its node. */
export function isolationOf(pod: PodSpec, metadata: Partial<ObjectMetadata>, index: ClusterIndex): Isolation {
  const name = pod.runtimeClassName;
  if (typeof name === "string" && name !== "") {
    const runtimeClass = index.find("RuntimeClass", "", name)?.object;
    const handler = runtimeClass?.handler;
    if (SANDBOX.test(typeof handler === "string" ? handler : name)) return { kind: "sandboxed" };
    if (typeof handler !== "string" && SHARED.test(name))
      return { kind: "shared", seen: `runtime class "${name}" shares the node's kernel` };
    return typeof handler === "string"
      ? {
          kind: "shared",
          seen: `runtime class "${name}" uses the handler "${handler}", which shares the node's kernel`,
        }
      : { kind: "unknown", seen: `the snapshot does not hold the runtime class "${name}"` };
  }
  const isFargate =
    pod.schedulerName === "fargate-scheduler" || metadata.labels?.["eks.amazonaws.com/fargate-profile"] !== undefined;
  const isGkeSandbox = pod.nodeSelector?.["sandbox.gke.io/runtime"] === "gvisor";
  if (isFargate || isGkeSandbox) return { kind: "sandboxed" };
  return { kind: "shared", seen: "no runtimeClassName is set" };
}
