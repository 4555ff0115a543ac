import { check } from "../check.ts";
import { coverageOf } from "../reading/node-coverage.ts";
import type { Program } from "../reading/running-program.ts";

const SENSORS: readonly Program[] = [
  { name: "Falco", image: /(^|\/)falco(-no-driver)?$/ },
  { name: "Tetragon", image: /(^|\/)tetragon$/ },
  { name: "Tracee", image: /(^|\/)tracee$/ },
  { name: "KubeArmor", image: /(^|\/)kubearmor$/ },
  { name: "Kubescape node agent", image: /kubescape\/node-agent$/ },
  { name: "NeuVector", image: /neuvector\/enforcer$|(^|\/)neuvector-enforcer[\w-]*$/ },
  { name: "StackRox", image: /(^|\/)(collector-slim|rhacs-collector[\w-]*|stackrox[\w-]*\/collector)$/ },
  { name: "Sysdig", image: /sysdig\/(agent(-slim)?|host-shield)$/ },
  { name: "CrowdStrike Falcon", image: /(^|\/)falcon-(sensor|container)[\w-]*$/ },
  { name: "Prisma Cloud", image: /twistlock\/defender[\w.-]*$|(^|\/)twistlock-defender[\w-]*$/ },
  { name: "Aqua", image: /(^|\/)(aquasec\/enforcer|aqua-enforcer|kube-enforcer)$/ },
  { name: "Defender for Containers", image: /(^|\/)(microsoft-defender[\w-]*|azuredefender\/[\w/-]+)$/ },
  { name: "GuardDuty", image: /(^|\/)aws-guardduty-agent[\w-]*$/ },
  { name: "Wiz", image: /(^|\/)(wiz-sensor|sensor\/[\w-]*wiz[\w-]*)$/ },
  { name: "SentinelOne", image: /(^|\/)(s1-agent|cwpp_agent\/s1agent|s1agent)$/ },
  { name: "Wazuh", image: /(^|\/)wazuh-agent$/ },
];

/** Judges whether a sensor watches what processes do on the nodes, and on a cluster whether it is meant for every node. */
export const runtimeDetectionMissing = check({
  id: "runtime-detection-missing",
  title: "Nothing watches what runs on the nodes",
  severity: "medium",
  layer: "cluster",
  dimension: "monitoring-health",
  concern: null,
  references: ["NSA audit", "O25:K10"],
  why: "Scans look at images before they run. A shell in a web server, a miner, a process that reads the service account's token shows only while it happens; without a sensor on the node nobody is told, and intruders stay for weeks.",
  seeByHand: "kubectl get daemonsets -A | grep -Ei 'falco|tetragon|tracee|defender|sensor'",
  fix: "Run Falco or Tetragon, or the sensor of the service that you have, on every node; send its alerts to people who answer, and spend the first weeks on silencing what is normal here. The sensor itself runs privileged: pin its image and keep its namespace closed.",
  before: `apiVersion: apps/v1
kind: DaemonSet
metadata: { name: falco, namespace: falco }
spec:
  selector: { matchLabels: { app: falco } }
  template:
    metadata: { labels: { app: falco } }
    spec:
      nodeSelector: { pool: web }
      containers: [{ name: falco, image: "falcosecurity/falco:0.42.0" }]
status: { desiredNumberScheduled: 2 }
---
apiVersion: v1
kind: Node
metadata: { name: worker-1 }
---
apiVersion: v1
kind: Node
metadata: { name: worker-2 }
---
apiVersion: v1
kind: Node
metadata: { name: worker-3 }
`,
  after: `apiVersion: apps/v1
kind: DaemonSet
metadata: { name: falco, namespace: falco }
spec:
  selector: { matchLabels: { app: falco } }
  template:
    metadata: { labels: { app: falco } }
    spec:
      tolerations: [{ operator: Exists }]
      containers: [{ name: falco, image: "falcosecurity/falco:0.42.0" }]
status: { desiredNumberScheduled: 3 }
---
apiVersion: v1
kind: Node
metadata: { name: worker-1 }
---
apiVersion: v1
kind: Node
metadata: { name: worker-2 }
---
apiVersion: v1
kind: Node
metadata: { name: worker-3 }
`,
  of: "cluster",
  look: (index) =>
    coverageOf(
      index,
      "runtime detection",
      SENSORS,
      "no workload watches processes on the nodes (no sensor known to this check)",
    ),
});
