import { containersOf } from "#lib/kubernetes/containers.ts";
import { check, type Fault, NOT_APPLICABLE, notAssessable } from "../check.ts";
import { waysFromInternet } from "../reading/internet-exposure.ts";
import { nameInWords } from "../reading/name-in-words.ts";
import { sayOnceOfWorkload } from "../reading/say-once.ts";
import {
  findingsOf,
  hasVulnerabilityReports,
  type ImageFindings,
  vulnerabilityReportsOf,
} from "../reading/vulnerability-reports.ts";

/**
 * Joins the reports of trivy-operator with the ways that lead in from the internet. Allowed: no critical vulnerability
 * in the running containers of what can be reached. High ones are image-vulnerable alone: nearly every image has some,
 * and what is urgent must stand out.
 */
export const imageVulnerableAndExposed = check({
  id: "image-vulnerable-and-exposed",
  title: "Critically vulnerable image can be reached from the internet",
  severity: "high",
  layer: "container",
  dimension: "security",
  concern: "vulnerability-scanning",
  references: ["O22:K10", "O25:K07"],
  why: "Here an open door and a broken lock come together: the internet reaches this program, and a flaw that is published and critical is in it. Scanners of strangers find such a pair within days; what follows needs no skill.",
  seeByHand:
    "kubectl get vulnerabilityreports -A -o custom-columns=NS:.metadata.namespace,NAME:.metadata.name,CRITICAL:.report.summary.criticalCount; kubectl get services,ingresses -A",
  fix: "Put these before all other vulnerabilities. Rebuild on the current base image and update the named libraries today; where no fix exists, take the workload off the internet, or put a filter in front that knows the attack, until there is one. Then look into its logs: it has stood open since the flaw was published.",
  before: `apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { type: LoadBalancer, selector: { app: web }, ports: [{ port: 443 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }] }
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
  summary: { criticalCount: 1, highCount: 2 }
`,
  after: `apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { type: LoadBalancer, selector: { app: web }, ports: [{ port: 443 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: "registry.example/shop/web:1.4.3" }] }
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
  summary: { criticalCount: 0, highCount: 2 }
`,
  asksProviders: true,
  of: "workload",
  look: (workload, index) => {
    if (!hasVulnerabilityReports(index))
      return sayOnceOfWorkload(workload, index, "the snapshot holds no vulnerability reports of images");
    const [way] = waysFromInternet(workload, index);
    if (way === undefined) return NOT_APPLICABLE;
    const reports = vulnerabilityReportsOf(workload, index);
    const containers = containersOf(workload).filter(({ role }) => role === "container" || role === "sidecar");
    const seen = containers.map(({ container, field }) => ({
      field: `${field}.image`,
      findings: reports.map((report) => findingsOf(report, container)).find((found) => found !== null),
    }));
    const faults = seen.flatMap(({ field, findings }) => (findings ? faultsOf(findings, field, way) : []));
    if (faults.length > 0 || seen.every(({ findings }) => findings)) return faults;
    return notAssessable("the internet reaches it, and no vulnerability report speaks of all of its images");
  },
});

function faultsOf({ container, image, critical, worst }: ImageFindings, field: string, way: string): Fault[] {
  if (critical === 0) return [];
  const such = worst.length > 0 ? ` (${worst.join(", ")})` : "";
  const seen = `${nameInWords("container", container)} runs ${image} with ${critical} critical vulnerabilities${such}`;
  return [{ field, message: `${seen}, and ${way}` }];
}
