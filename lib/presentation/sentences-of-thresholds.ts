import { formatList, formatThings } from "./numbers.ts";

/** What a cluster may decide itself; see ScanSettings of the checks. */
type Thresholds = {
  minReplicas: number;
  probedKinds: readonly string[];
  allowedRegistries: readonly string[];
  mostRequestedPercent: number;
};

/** One threshold as people read it: "Fewest replicas", "3", and whether it is the field's default. */
export type Threshold = { term: string; value: string; isDefault: boolean };

/** By what a scan judged, beside what the field would have taken. */
export function sayThresholds(settings: Thresholds, defaults: Thresholds): Threshold[] {
  const usual = valuesOf(defaults, defaults);
  return valuesOf(settings, defaults).map(([term, value], at) => ({
    term,
    value,
    isDefault: value === usual[at]?.[1],
  }));
}

/** "the field's defaults", "one threshold of the cluster's own", "2 thresholds of the cluster's own". */
export function sayWhose(thresholds: readonly Threshold[]): string {
  const own = thresholds.filter(({ isDefault }) => !isDefault).length;
  return own === 0 ? "the field's defaults" : `${formatThings(own, "threshold")} of the cluster's own`;
}

function valuesOf(settings: Thresholds, defaults: Thresholds): [term: string, value: string][] {
  const kinds = defaults.probedKinds.filter((kind) => settings.probedKinds.includes(kind));
  const isAll = kinds.length === defaults.probedKinds.length;
  return [
    ["Fewest replicas of what serves", String(settings.minReplicas)],
    [
      "Kinds that need probes",
      isAll ? `all ${kinds.length} that keep running` : kinds.length === 0 ? "none" : formatList(kinds),
    ],
    [
      "Registries allowed",
      settings.allowedRegistries.length === 0 ? "not decided: any" : formatList(settings.allowedRegistries.toSorted()),
    ],
    ["Room of the nodes that may be asked for", `${settings.mostRequestedPercent} %`],
  ];
}
