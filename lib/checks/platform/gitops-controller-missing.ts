import { check } from "../check.ts";
import { presenceOf } from "../reading/presence.ts";
import type { Program } from "../reading/running-program.ts";

const CONTROLLERS: readonly Program[] = [
  { name: "Argo CD", image: /(^|\/)(argocd|argo-cd|argocd-applicationset|argocd-operator|argocd-rhel\d+)$/ },
  { name: "Flux", image: /(^|\/)(kustomize-controller|fluxcd\/(helm-controller|flux))$/ },
  { name: "Fleet", image: /(^|\/)(rancher\/fleet|fleet-agent)$/ },
  { name: "Config Sync", image: /(^|\/)(reconciler-manager|config-sync[\w-]*)$/ },
];

/** Judges whether a controller keeps the cluster as Git says: Argo CD or Flux, or Fleet and Config Sync, which do the same. */
export const gitopsControllerMissing = check({
  id: "gitops-controller-missing",
  title: "No controller keeps the cluster as Git says",
  severity: "low",
  layer: "code",
  dimension: "ci-cd",
  concern: null,
  references: [],
  why: "What runs is whatever somebody last typed. Nobody can say from Git what should be there, changes by hand stay unseen, pipelines hold keys to the whole cluster, and rebuilding it after a loss takes weeks of remembering.",
  seeByHand: "kubectl get deploy -A | grep -Ei 'argocd|source-controller|kustomize-controller'",
  fix: "Install Argo CD or Flux, move one team's namespace into Git, let it only report differences at first, then reconcile and heal by itself. Take the cluster's credentials out of the pipelines. A pipeline that applies everything from Git each night comes near to it; answer so if that is what you have.",
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: kustomize-controller, namespace: flux-system }
spec:
  replicas: 0
  selector: { matchLabels: { app: kustomize-controller } }
  template:
    metadata: { labels: { app: kustomize-controller } }
    spec: { containers: [{ name: manager, image: "ghcr.io/fluxcd/kustomize-controller:v1.7.0" }] }
`,
  after: `apiVersion: apps/v1
kind: Deployment
metadata: { name: kustomize-controller, namespace: flux-system }
spec:
  replicas: 1
  selector: { matchLabels: { app: kustomize-controller } }
  template:
    metadata: { labels: { app: kustomize-controller } }
    spec: { containers: [{ name: manager, image: "ghcr.io/fluxcd/kustomize-controller:v1.7.0" }] }
`,
  of: "cluster",
  look: (index) =>
    presenceOf(
      index,
      "a GitOps controller",
      CONTROLLERS,
      "no GitOps controller runs (no Argo CD, Flux, Fleet or Config Sync)",
    ),
});
