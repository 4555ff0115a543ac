import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { check, type Fault, NOT_APPLICABLE, PASS, type Verdict } from "../check.ts";
import { recordOf, recordsOf, stringsOf } from "../reading/entries.ts";

/**
 * Judges the projects of Argo CD: no Application (or ApplicationSet) is in "default", and no AppProject takes every source,
 * every destination or every kind of cluster-wide object. A project without a list of cluster-wide kinds allows none.
 */
export const gitopsProjectDefault = check({
  id: "gitops-project-default",
  title: "Argo CD project sets no bounds",
  severity: "medium",
  layer: "code",
  dimension: "ci-cd",
  concern: null,
  references: ["O25:K02"],
  why: "Argo CD mostly holds all rights in the cluster, and the project is what decides how much of them an application may use. Without bounds anyone who may edit one Application can point it at a repository of their own and install whatever they like, cluster roles included, wherever they like.",
  seeByHand:
    "kubectl get applications -A -o custom-columns=NS:.metadata.namespace,NAME:.metadata.name,PROJECT:.spec.project; kubectl -n argocd get appprojects -o yaml",
  fix: 'Make a project for each team with its repositories (sourceRepos), its namespaces (destinations) and no cluster-wide kinds but those it needs (clusterResourceWhitelist). Move the applications one by one, and at last take everything from the project "default". Applications that used more than you knew stop syncing: read what they name before you move them.',
  before: `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: web, namespace: argocd }
spec:
  project: default
  source: { repoURL: "https://git.example/shop/web.git", path: deploy, targetRevision: v1.4.2 }
  destination: { server: "https://kubernetes.default.svc", namespace: shop }
`,
  after: `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: web, namespace: argocd }
spec:
  project: shop
  source: { repoURL: "https://git.example/shop/web.git", path: deploy, targetRevision: v1.4.2 }
  destination: { server: "https://kubernetes.default.svc", namespace: shop }
---
apiVersion: argoproj.io/v1alpha1
kind: AppProject
metadata: { name: shop, namespace: argocd }
spec:
  sourceRepos: ["https://git.example/shop/*"]
  destinations: [{ server: "https://kubernetes.default.svc", namespace: shop }]
`,
  of: "object",
  kinds: ["Application", "ApplicationSet", "AppProject"],
  look: ({ object }) => {
    if (!object.apiVersion.startsWith("argoproj.io/")) return NOT_APPLICABLE;
    if (object.kind === "AppProject") return ofProject(object);
    const { template, project } = recordOf(object.spec);
    if (object.kind === "Application") return inProject(project, "spec.project");
    return inProject(recordOf(recordOf(template).spec).project, "spec.template.spec.project");
  },
});

function inProject(project: unknown, field: string): Verdict {
  if (project === undefined || project === null || project === "")
    return [{ field, message: 'the application names no project, which is the project "default"' }];
  return project === "default" ? [{ field, message: 'the application is in the project "default"' }] : PASS;
}

function ofProject({ spec }: KubernetesObject): Fault[] {
  const { sourceRepos, destinations, clusterResourceWhitelist, clusterResourceBlacklist } = recordOf(spec);
  const faults: Fault[] = [];
  const source = stringsOf(sourceRepos).indexOf("*");
  if (source >= 0) faults.push({ field: `spec.sourceRepos[${source}]`, message: "the project takes every repository" });
  for (const { entry, at } of recordsOf(destinations)) {
    const anyCluster = entry.server === "*" || entry.name === "*";
    if (anyCluster && entry.namespace === "*")
      faults.push({
        field: `spec.destinations[${at}]`,
        message: "the project may install into every namespace of every cluster",
      });
  }
  const isEvery = ({ entry }: { entry: Record<string, unknown> }) => entry.group === "*" && entry.kind === "*";
  const every = recordsOf(clusterResourceWhitelist).find(isEvery);
  if (every && !recordsOf(clusterResourceBlacklist).some(isEvery))
    faults.push({
      field: `spec.clusterResourceWhitelist[${every.at}]`,
      message: "the project may install cluster-wide objects of every kind, roles and webhooks included",
    });
  return faults;
}
