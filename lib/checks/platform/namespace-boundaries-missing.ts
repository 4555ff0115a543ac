import { check, NOT_APPLICABLE, notAssessable, PASS } from "../check.ts";
import { isSystemNamespace, namespaceOf } from "../reading/namespaced.ts";
import { isWholeCluster } from "../reading/presence.ts";

/** Fewer applications than these may well belong to one team. */
const FEWEST = 5;
/** Namespaces that operators, networks, monitoring and providers make for themselves. */
const PLATFORM =
  /^(openshift|gke|gmp|aks|azure|eks|amazon|aws|calico|tigera|cilium|istio|linkerd|cert-manager|ingress|traefik|monitoring|prometheus|logging|velero|argocd|flux|gatekeeper|kyverno|cattle|rancher|longhorn|rook|metallb|keda|falco|trivy|olm|operators|external-|sealed-secrets|local-path)(-|$)/;

/**
 * Judges in how many namespaces the applications of a whole cluster live: five or more of them in one single namespace are a fault. What
 * belongs to the platform (kube-*, and the namespaces that operators and providers make for themselves) does not
 * count.
 */
export const namespaceBoundariesMissing = check({
  id: "namespace-boundaries-missing",
  title: "All applications share one namespace",
  severity: "medium",
  layer: "cluster",
  dimension: "architecture",
  concern: null,
  references: ["CIS 5.6.1", "NSA network"],
  why: "A namespace is where roles, quotas, network rules and Pod Security end. With everything in one of them each team may see, change and starve the others, and a fault in one application is next door to all Secrets.",
  seeByHand: "kubectl get deployments,statefulsets,daemonsets -A --no-headers | awk '{print $1}' | sort | uniq -c",
  fix: "Draw the lines by team and stage first, one namespace for each, then move one application at a time: deploy it in its new namespace, switch traffic, delete the old. Volumes move by snapshot or backup. Calls by short names need the namespace added.",
  before: `apiVersion: v1
kind: Node
metadata: { name: worker-1 }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: app-0, namespace: shop }
spec: { selector: { matchLabels: { app: app-0 } }, template: { metadata: { labels: { app: app-0 } }, spec: { containers: [{ name: web, image: "registry.example/web:1.4" }] } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: app-1, namespace: shop }
spec: { selector: { matchLabels: { app: app-1 } }, template: { metadata: { labels: { app: app-1 } }, spec: { containers: [{ name: web, image: "registry.example/web:1.4" }] } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: app-2, namespace: shop }
spec: { selector: { matchLabels: { app: app-2 } }, template: { metadata: { labels: { app: app-2 } }, spec: { containers: [{ name: web, image: "registry.example/web:1.4" }] } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: app-3, namespace: shop }
spec: { selector: { matchLabels: { app: app-3 } }, template: { metadata: { labels: { app: app-3 } }, spec: { containers: [{ name: web, image: "registry.example/web:1.4" }] } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: app-4, namespace: shop }
spec: { selector: { matchLabels: { app: app-4 } }, template: { metadata: { labels: { app: app-4 } }, spec: { containers: [{ name: web, image: "registry.example/web:1.4" }] } } }
`,
  after: `apiVersion: v1
kind: Node
metadata: { name: worker-1 }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: app-0, namespace: shop }
spec: { selector: { matchLabels: { app: app-0 } }, template: { metadata: { labels: { app: app-0 } }, spec: { containers: [{ name: web, image: "registry.example/web:1.4" }] } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: app-1, namespace: shop }
spec: { selector: { matchLabels: { app: app-1 } }, template: { metadata: { labels: { app: app-1 } }, spec: { containers: [{ name: web, image: "registry.example/web:1.4" }] } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: app-2, namespace: shop }
spec: { selector: { matchLabels: { app: app-2 } }, template: { metadata: { labels: { app: app-2 } }, spec: { containers: [{ name: web, image: "registry.example/web:1.4" }] } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: app-3, namespace: billing }
spec: { selector: { matchLabels: { app: app-3 } }, template: { metadata: { labels: { app: app-3 } }, spec: { containers: [{ name: web, image: "registry.example/web:1.4" }] } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: app-4, namespace: billing }
spec: { selector: { matchLabels: { app: app-4 } }, template: { metadata: { labels: { app: app-4 } }, spec: { containers: [{ name: web, image: "registry.example/web:1.4" }] } } }
`,
  of: "cluster",
  look: (index) => {
    const homes = new Map<string, number>();
    for (const workload of index.workloads) {
      const namespace = namespaceOf(workload);
      if (isOfThePlatform(namespace) || workload.ref.kind === "Job") continue;
      homes.set(namespace, (homes.get(namespace) ?? 0) + 1);
    }
    if (homes.size > 1) return PASS;
    const [only] = homes;
    if (!isWholeCluster(index))
      return notAssessable("manifests alone do not show what else the cluster holds: scan the running cluster");
    if (!only || only[1] < FEWEST) return NOT_APPLICABLE;
    const on = index.find("Namespace", "", only[0]);
    return [
      {
        on,
        field: on ? "metadata.name" : "",
        message: `all ${only[1]} applications live in the namespace "${only[0]}"`,
      },
    ];
  },
});

function isOfThePlatform(namespace: string): boolean {
  return isSystemNamespace(namespace) || PLATFORM.test(namespace);
}
