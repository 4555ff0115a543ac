import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { PASS, type Verdict } from "../check.ts";
import { type ControlPlaneProgram, judgePrograms } from "./control-plane-program.ts";

const SERVER = "kube-apiserver";

/** Plug-ins that the API server runs unless told otherwise, of those that a check asks about. */
const ON_BY_DEFAULT: ReadonlySet<string> = new Set(["NamespaceLifecycle", "PodSecurity", "ServiceAccount"]);

export type PluginState = { isOn: boolean; field: string };

/**
 * Whether an API server runs an admission plug-in, and the field that says so. --enable-admission-plugins adds to the
 * default set and goes before --disable-admission-plugins; the old --admission-control lists all that run. Each of them may
 * be given several times.
 */
export function pluginState(seen: ControlPlaneProgram, plugin: string): PluginState {
  const naming = (flag: string) => seen.flags(flag).find(({ value }) => namesIn(value).includes(plugin));
  const enabled = naming("enable-admission-plugins");
  if (enabled) return { isOn: true, field: enabled.field };
  const disabled = naming("disable-admission-plugins");
  if (disabled) return { isOn: false, field: disabled.field };
  const all = seen.flag("admission-control");
  if (all) return { isOn: naming("admission-control") !== undefined, field: all.field };
  const nearest = seen.flag("enable-admission-plugins");
  return { isOn: ON_BY_DEFAULT.has(plugin), field: nearest?.field ?? seen.field };
}

/** Judges that every API server runs the plug-in, or that none does. `otherwise` ends the sentence about one that differs. */
export function judgePlugin(index: ClusterIndex, plugin: string, wanted: "on" | "off", otherwise: string): Verdict {
  return judgePrograms(index, SERVER, (seen) => {
    const { isOn, field } = pluginState(seen, plugin);
    if (isOn === (wanted === "on")) return PASS;
    return [
      {
        on: seen.on,
        field,
        message: `${SERVER} runs ${isOn ? "with" : "without"} the admission plug-in ${plugin}, ${otherwise}`,
      },
    ];
  });
}

function namesIn(list: string): string[] {
  return list.split(",").map((name) => name.trim());
}
