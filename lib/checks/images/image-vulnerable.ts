import { containersOf } from "#lib/kubernetes/containers.ts";
import { check, notAssessable } from "../check.ts";
import { nameInWords } from "../reading/name-in-words.ts";
import { sayOnceOfWorkload } from "../reading/say-once.ts";
import { findingsOf, hasVulnerabilityReports, vulnerabilityReportsOf } from "../reading/vulnerability-reports.ts";

/**
 * Reads the VulnerabilityReport objects that trivy-operator keeps in the cluster. Allowed: no critical and no high
 * vulnerability in the image of any container. A container without a report of its image is not assessable.
 */
export const imageVulnerable = check({
  id: "image-vulnerable",
  title: "Running image has known critical or high vulnerabilities",
  severity: "high",
  layer: "container",
  dimension: "security",
  concern: "vulnerability-scanning",
  references: ["NSA pod", "O22:K02", "O22:K10", "O25:K07"],
  why: "A published hole in a library that runs here is an invitation with a manual: tools try it on every address within days. An image that was clean when it was built is not clean three months later, though nobody has touched it.",
  seeByHand: `kubectl get vulnerabilityreports -A -o custom-columns=NAMESPACE:.metadata.namespace,IMAGE:.report.artifact.repository,CRITICAL:.report.summary.criticalCount,HIGH:.report.summary.highCount`,
  fix: "Rebuild on the current base image first: it usually removes most of the list. Then update the libraries with a fix, those that are reachable from outside first. Rebuild and redeploy every image at least each month even without a change, and let the build fail on a critical one that has a fix. What has no fix is accepted by name, with an end date.",
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }]
---
apiVersion: aquasecurity.github.io/v1alpha1
kind: VulnerabilityReport
metadata:
  name: deployment-web-web
  namespace: shop
  labels:
    trivy-operator.resource.kind: Deployment
    trivy-operator.resource.name: web
    trivy-operator.resource.namespace: shop
    trivy-operator.container.name: web
report:
  artifact: { repository: shop/web, tag: 1.4.2 }
  summary: { criticalCount: 1, highCount: 4 }
  vulnerabilities: [{ vulnerabilityID: CVE-2024-3094, severity: CRITICAL }]
`,
  after: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: web, image: "registry.example/shop/web:1.4.3" }]
---
apiVersion: aquasecurity.github.io/v1alpha1
kind: VulnerabilityReport
metadata:
  name: deployment-web-web
  namespace: shop
  labels:
    trivy-operator.resource.kind: Deployment
    trivy-operator.resource.name: web
    trivy-operator.resource.namespace: shop
    trivy-operator.container.name: web
report:
  artifact: { repository: shop/web, tag: 1.4.3 }
  summary: { criticalCount: 0, highCount: 0 }
  vulnerabilities: []
`,
  asksProviders: true,
  of: "workload",
  look: (workload, index) => {
    if (!hasVulnerabilityReports(index))
      return sayOnceOfWorkload(
        workload,
        index,
        "the snapshot holds no vulnerability reports; import a scanner's report instead",
      );
    const reports = vulnerabilityReportsOf(workload, index);
    const unseen: string[] = [];
    const faults = containersOf(workload)
      .filter(({ role }) => role !== "ephemeral")
      .flatMap(({ container, field }) => {
        const findings = reports.map((report) => findingsOf(report, container)).find((found) => found !== null);
        if (!findings) {
          unseen.push(nameInWords("container", container.name));
          return [];
        }
        const { critical, high, image, worst } = findings;
        if (critical === 0 && high === 0) return [];
        const such = worst.length > 0 ? ` (${worst.join(", ")})` : "";
        const message = `${nameInWords("container", container.name)} runs ${image} with ${critical} critical and ${high} high vulnerabilities${such}`;
        return [{ field: `${field}.image`, message }];
      });
    if (faults.length > 0 || unseen.length === 0) return faults;
    return notAssessable(`no vulnerability report speaks of the image of ${unseen.join(", ")}`);
  },
});
