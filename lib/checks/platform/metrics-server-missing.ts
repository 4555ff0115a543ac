import { check, notAssessable, PASS } from "../check.ts";
import { recordOf, recordsOf } from "../reading/entries.ts";
import { presenceOf } from "../reading/presence.ts";
import { type Program, workloadsRunning } from "../reading/running-program.ts";

const SERVERS: readonly Program[] = [
  { name: "metrics-server", image: /(^|\/)metrics-server([\w-]*)$/ },
  { name: "prometheus-adapter", image: /(^|\/)(prometheus-adapter|k8s-prometheus-adapter[\w-]*)$/ },
];

/** Judges whether the metrics API is served: by its APIService, else by what usually serves it. */
export const metricsServerMissing = check({
  id: "metrics-server-missing",
  title: "The metrics API is not served",
  severity: "medium",
  layer: "cluster",
  dimension: "monitoring-health",
  concern: null,
  references: [],
  why: "Autoscalers on CPU and memory ask this API, and so does kubectl top. Without it they stand still without an error that anyone reads, and the first busy day finds the same number of pods as the night before.",
  seeByHand: "kubectl get apiservice v1beta1.metrics.k8s.io; kubectl top nodes",
  fix: "Install metrics-server with two replicas, or let prometheus-adapter serve the resource metrics that you have already. It needs to reach port 10250 of every node; self-signed kubelet certificates are the usual reason why it does not.",
  before: `apiVersion: apiregistration.k8s.io/v1
kind: APIService
metadata: { name: v1beta1.metrics.k8s.io }
spec: { group: metrics.k8s.io, version: v1beta1, service: { name: metrics-server, namespace: kube-system } }
status: { conditions: [{ type: Available, status: "False", reason: MissingEndpoints }] }
`,
  after: `apiVersion: apiregistration.k8s.io/v1
kind: APIService
metadata: { name: v1beta1.metrics.k8s.io }
spec: { group: metrics.k8s.io, version: v1beta1, service: { name: metrics-server, namespace: kube-system } }
status: { conditions: [{ type: Available, status: "True" }] }
`,
  of: "cluster",
  look: (index) => {
    const service = index.ofKind("APIService").find(({ object }) => recordOf(object.spec).group === "metrics.k8s.io");
    const conditions = recordsOf(recordOf(service?.object.status).conditions);
    const available = conditions.find(({ entry }) => entry.type === "Available");
    if (service && available) {
      if (available.entry.status === "True") return PASS;
      const { reason } = available.entry;
      const because = typeof reason === "string" ? `: ${reason}` : "";
      return [
        {
          on: service,
          field: `status.conditions[${available.at}].status`,
          message: `the metrics API is registered but not available${because}`,
        },
      ];
    }
    if (workloadsRunning(index, SERVERS).length > 0) return PASS;
    if (service) return notAssessable("the metrics API is registered, but what serves it is not in the snapshot");
    return presenceOf(
      index,
      "a metrics API",
      SERVERS,
      "nothing serves the metrics API (no metrics-server, no adapter)",
    );
  },
});
