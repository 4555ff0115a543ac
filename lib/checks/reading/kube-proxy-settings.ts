import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { Verdict } from "../check.ts";
import { inPods } from "./control-plane-program.ts";
import { recordOf } from "./entries.ts";
import { nodeArguments } from "./node-arguments.ts";
import { fromConfigMap, fromFile, fromFlags, judgeSetting, type Setting } from "./program-settings.ts";

const UNSEEN =
  "the snapshot holds no configuration of kube-proxy (ConfigMap kube-system/kube-proxy, its DaemonSet, or a KubeProxyConfiguration); some networks replace it";
const IS_PART = "the node notes only what was added to the settings of kube-proxy";

/** Judges one setting of kube-proxy wherever the snapshot tells it: `fault` says what is wrong with a value, or null. */
export function judgeKubeProxy(
  index: ClusterIndex,
  setting: Setting,
  fault: (value: unknown, isGiven: boolean) => string | null,
): Verdict {
  const files = [
    ...index.ofKind("ConfigMap").flatMap((on) => {
      const { name, namespace } = on.object.metadata;
      if (namespace !== "kube-system" || !/^kube-proxy(-config)?$/.test(name)) return [];
      return ["config.conf", "config"].flatMap((key) => fromConfigMap(on, key));
    }),
    ...index.ofKind("KubeProxyConfiguration").map((on) => fromFile(on, recordOf(on.object), null)),
  ];
  // A pod that names a file says by its flags only what goes before it: the file is judged where it is in sight.
  const pods = inPods(index, "kube-proxy").filter(
    (line) => files.length === 0 || line.flag(setting.flag) !== undefined,
  );
  const lines = [
    ...pods.map((line) => fromFlags("kube-proxy", line.on, line, null)),
    ...nodeArguments(index, "kube-proxy").map((line) => fromFlags("kube-proxy", line.on, line, IS_PART)),
  ];
  return judgeSetting([...files, ...lines], UNSEEN, setting, fault);
}
