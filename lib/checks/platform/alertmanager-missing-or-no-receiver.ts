import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { LocatedObject } from "#lib/kubernetes/object.ts";
import { check, notAssessable, PASS } from "../check.ts";
import { recordOf, recordsOf } from "../reading/entries.ts";
import { monitoringServiceOf, openCollectorOf } from "../reading/monitoring-agents.ts";
import { absenceOf } from "../reading/presence.ts";
import { type Program, workloadsRunning } from "../reading/running-program.ts";

const ALERTMANAGERS: readonly Program[] = [{ name: "Alertmanager", image: /(^|\/)alertmanager$/ }];
const GRAFANA: readonly Program[] = [{ name: "Grafana", image: /(^|\/)(grafana|grafana-enterprise|grafana-oss)$/ }];
const OPERATED = ["Alertmanager", "VMAlertmanager"];

/** A receiver of alertmanager.yml that sends somewhere: the key of a list that is not empty. */
const SENDS =
  /^[ -]*(discord|email|incidentio|jira|mattermost|msteams|msteamsv2|opsgenie|pagerduty|pushover|rocketchat|slack|sns|telegram|victorops|webex|webhook|wechat)_configs:(?!\s*\[\s*\])/m;

/** A configuration of Alertmanager that can be read: where it lies, and whether some receiver in it sends somewhere. */
type Configuration = { on: LocatedObject; field: string; sends: boolean };

/**
 * Judges whether Alertmanager is there and some receiver of it sends somewhere: in AlertmanagerConfig objects and in
 * ConfigMaps. What lies in a Secret cannot be seen. Where a service or Grafana raises the alerts, nothing is decided.
 */
export const alertmanagerMissingOrNoReceiver = check({
  id: "alertmanager-missing-or-no-receiver",
  title: "Alerts reach nobody",
  severity: "medium",
  layer: "cluster",
  dimension: "monitoring-health",
  concern: null,
  references: ["O25:K10"],
  why: "A rule that fires into the void is a light in an empty room. The charts install Alertmanager with a receiver that sends nowhere, so everything looks complete until the first outage that nobody was told about.",
  seeByHand:
    "kubectl get alertmanagers,alertmanagerconfigs -A; amtool config routes show --alertmanager.url=http://localhost:9093",
  fix: "Give Alertmanager a receiver that wakes a person for what cannot wait, and one that fills a list for what can. Run two replicas. Send the Watchdog alert to a service outside that calls when it stops, for the monitoring dies with the cluster. Keep keys of receivers in a Secret.",
  before: `apiVersion: v1
kind: ConfigMap
metadata: { name: alertmanager, namespace: monitoring }
data:
  alertmanager.yml: |
    route: { receiver: "null" }
    receivers:
      - name: "null"
---
apiVersion: monitoring.coreos.com/v1
kind: Alertmanager
metadata: { name: main, namespace: monitoring }
spec: { replicas: 2 }
`,
  after: `apiVersion: v1
kind: ConfigMap
metadata: { name: alertmanager, namespace: monitoring }
data:
  alertmanager.yml: |
    route: { receiver: on-call }
    receivers:
      - name: on-call
        pagerduty_configs:
          - routing_key_file: /etc/alertmanager/pagerduty
---
apiVersion: monitoring.coreos.com/v1
kind: Alertmanager
metadata: { name: main, namespace: monitoring }
spec: { replicas: 2 }
`,
  of: "cluster",
  look: (index) => {
    const configurations = [...operatedConfigurations(index), ...writtenConfigurations(index)];
    if (isThere(index)) {
      if (configurations.some(({ sends }) => sends)) return PASS;
      const [silent] = configurations;
      if (!silent)
        return notAssessable("Alertmanager is there, and its receivers lie in a Secret or were not collected");
      return [{ on: silent.on, field: silent.field, message: "no receiver of Alertmanager sends alerts anywhere" }];
    }
    const other = monitoringServiceOf(index) ?? openCollectorOf(index) ?? workloadsRunning(index, GRAFANA)[0]?.program;
    if (other) return notAssessable(`${other} runs and may raise alerts itself, which is not seen in the cluster`);
    return absenceOf(index, "Alertmanager", "nothing sends alerts (no Alertmanager, no agent of a service that does)");
  },
});

function isThere(index: ClusterIndex): boolean {
  return (
    workloadsRunning(index, ALERTMANAGERS).length > 0 ||
    OPERATED.some((kind) => index.ofKind(kind).some(({ object }) => recordOf(object.spec).replicas !== 0))
  );
}

/** AlertmanagerConfig writes receivers with lists like slackConfigs. */
function operatedConfigurations(index: ClusterIndex): Configuration[] {
  return ["AlertmanagerConfig", "VMAlertmanagerConfig"].flatMap((kind) =>
    index.ofKind(kind).map((on) => {
      const receivers = recordsOf(recordOf(on.object.spec).receivers);
      const sends = receivers.some(({ entry }) =>
        Object.entries(entry).some(([key, list]) => /_?configs$/i.test(key) && Array.isArray(list) && list.length > 0),
      );
      return { on, field: "spec.receivers", sends };
    }),
  );
}

function writtenConfigurations(index: ClusterIndex): Configuration[] {
  return index.ofKind("ConfigMap").flatMap((on) =>
    Object.values(recordOf(on.object.data)).flatMap((text) => {
      if (typeof text !== "string" || !/^receivers:/m.test(text) || !/^route:/m.test(text)) return [];
      return [{ on, field: "data", sends: SENDS.test(text) }];
    }),
  );
}
