import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { recordOf, recordsOf } from "./entries.ts";
import { oncePerIndex } from "./once-per-index.ts";

/** Kinds that hold alert rules in groups, by the group of their API: Prometheus Operator, VictoriaMetrics, Google, Azure. */
const RULE_KINDS: Readonly<Record<string, RegExp>> = {
  PrometheusRule: /^(monitoring\.coreos\.com|monitoring\.rhobs|azmonitoring\.coreos\.com)\//,
  VMRule: /^operator\.victoriametrics\.com\//,
  Rules: /^monitoring\.googleapis\.com\//,
  ClusterRules: /^monitoring\.googleapis\.com\//,
  GlobalRules: /^monitoring\.googleapis\.com\//,
};

/** A rule file in a ConfigMap is read as text; more than this nobody keeps in one. */
const LONGEST = 1_500_000;

/** The alert rules of the snapshot as text, name and expression: one of each rule object, one of each rule file. */
export const alertRulesOf = oncePerIndex((index: ClusterIndex, _: "alerts"): readonly string[] => {
  const objects = Object.entries(RULE_KINDS).flatMap(([kind, group]) =>
    index
      .ofKind(kind)
      .filter(({ object }) => group.test(object.apiVersion))
      .flatMap(({ object }) => alertsIn(object)),
  );
  return [...objects, ...index.ofKind("ConfigMap").flatMap(({ object }) => rulesInText(object))];
});

function alertsIn({ spec }: KubernetesObject): string[] {
  return recordsOf(recordOf(spec).groups).flatMap(({ entry: group }) =>
    recordsOf(group.rules).flatMap(({ entry: { alert, expr } }) =>
      typeof alert === "string" ? [`${alert} ${typeof expr === "string" ? expr : ""}`] : [],
    ),
  );
}

function rulesInText({ data }: KubernetesObject): string[] {
  return Object.values(recordOf(data)).filter(
    (text): text is string =>
      typeof text === "string" && text.length <= LONGEST && /^[ -]*groups:/m.test(text) && /^[ -]*alert:/m.test(text),
  );
}
