import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { notAssessable, PASS, type Verdict } from "../check.ts";
import { inAll, inPods } from "./control-plane-program.ts";
import { recordOf } from "./entries.ts";
import { nodeArguments } from "./node-arguments.ts";
import { oncePerIndex } from "./once-per-index.ts";
import {
  fromConfigMap,
  fromFile,
  fromFlags,
  judgeSetting,
  type Setting,
  type SettingsSource,
} from "./program-settings.ts";

/** Why nothing can be said of kubelets. They answer for their settings themselves, on managed clusters too. */
export const KUBELETS_UNSEEN =
  "the snapshot holds no kubelet configuration: add the ConfigMap kube-system/kubelet-config or what /api/v1/nodes/NAME/proxy/configz answers, or import kube-bench";
const IS_PART = "the node notes only what was added to the kubelet's own settings";

/**
 * Everything in the snapshot that tells how kubelets are set up: the ConfigMaps of kubeadm, KubeletConfigurations (files,
 * and answers of configz), kubelets that run in pods, and the arguments that k3s and RKE2 note on their nodes.
 */
export function kubeletsOf(index: ClusterIndex): readonly SettingsSource[] {
  return findKubelets(index, "kubelet");
}

/** Judges one setting of every kubelet configuration in sight: `fault` says what is wrong with a value, or null. */
export function judgeKubelets(
  index: ClusterIndex,
  setting: Setting,
  fault: (value: unknown, isGiven: boolean) => string | null,
): Verdict {
  return judgeSetting(kubeletsOf(index), KUBELETS_UNSEEN, setting, fault);
}

/** Judges each kubelet configuration in sight by several of its settings: a fault, why it is not known, or null. */
export function judgeEachKubelet(
  index: ClusterIndex,
  judge: (read: SettingsSource["read"]) => { field: string; message: string } | { unknown: string } | null,
): Verdict {
  const sources = kubeletsOf(index);
  if (sources.length === 0) return notAssessable(KUBELETS_UNSEEN);
  const verdicts = sources.map(({ on, read }): Verdict => {
    const found = judge(read);
    if (found === null) return PASS;
    return "unknown" in found ? notAssessable(found.unknown) : [{ on, ...found }];
  });
  return inAll(verdicts);
}

const findKubelets = oncePerIndex((index: ClusterIndex, _: "kubelet"): readonly SettingsSource[] => [
  ...index.ofKind("ConfigMap").flatMap((on) => {
    const { name, namespace } = on.object.metadata;
    return namespace === "kube-system" && /^kubelet-config(-1\.\d+)?$/.test(name) ? fromConfigMap(on, "kubelet") : [];
  }),
  ...index.ofKind("KubeletConfiguration").map((on) => fromFile(on, recordOf(on.object), null)),
  ...inPods(index, "kubelet").map((line) => fromFlags("the kubelet", line.on, line, null)),
  ...nodeArguments(index, "kubelet").map((line) => fromFlags("the kubelet", line.on, line, IS_PART)),
]);
