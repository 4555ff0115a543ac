import { containersOf } from "#lib/kubernetes/containers.ts";
import type { Workload } from "#lib/kubernetes/pod.ts";
import { check, NOT_APPLICABLE, PASS } from "../check.ts";
import { recordOf } from "../reading/entries.ts";
import { namespaceOf } from "../reading/namespaced.ts";
import { isMirrorPod, podLabelsOf } from "../reading/pod-template.ts";
import { isProvidersAgent } from "../reading/provider-agents.ts";
import { imagePath } from "../reading/running-program.ts";

/** Programs that make a cluster work, by words in the path of their image: network, storage, DNS, nodes, scaling, logs. */
const INFRASTRUCTURE =
  /(^|[/-])(kube|coredns|etcd|dns|dnsmasq|csi|cni|calico|typha|tigera|cilium|hubble|flannel|weave|antrea|multus|whereabouts|ovn|ovs|canal|spiderpool|kindnet\w*|ip-masq|metrics-server|heapster|addon|autoscaler|karpenter|cloud-controller-manager|\w*ccm|konnectivity|proxy-agent|proxy-server|apiserver|scheduler|controller-manager|snapshot-controller|livenessprobe|provisioner|hyperkube|klipper|traefik|ingress|default-?backend|load-?balancer|metallb|vpa|keda|descheduler|kured|velero|sealed-secrets|cert-manager|external-dns|secrets-store|device-plugin|gpu|feature-discovery|problem-detector|fluent\w*|filebeat|promtail|prometheus|exporter|tiller|helm-controller|\w*daemonset|operator|nfs|efs|ebs|ceph|longhorn|kyverno|gatekeeper|falco)/;
/** Those that are told by the whole word alone: without its end, or as a part of another name, it is an application's as well. */
const BY_WHOLE_WORD =
  /(^|[/-])(node-(driver|exporter|local|cache|problem|feature|termination|shutdown|agent|labell?er)|nodelocaldns|pause|timberio\/vector|storage-(provisioner|operator|driver))($|[/-])/;
/** Vendors whose images begin with their name. */
const BY_VENDOR =
  /^(rancher|rook|k3s-io|nvidia|azure\w*|aws|amazon|eks|gke|aks|ibm|oci|vsphere|openstack|hetznercloud|hcloud)[/-]|\/(rke2|k3s|azure\w*|aws|amazon|eks|gke|aks|gcp|ibm|oci|vsphere|openstack|hcloud)-/;

/**
 * Judges what runs in kube-system. Allowed: static pods, agents of the provider, what carries the marks of an add-on (k8s-app with a system
 * priority, addonmanager, cluster-service, tier control-plane), and programs that make a cluster work, told by their image.
 */
export const kubeSystemUserWorkload = check({
  id: "kube-system-user-workload",
  title: "Application runs in kube-system",
  severity: "medium",
  layer: "cluster",
  dimension: "architecture",
  concern: null,
  references: ["NSA network"],
  why: "Policies, quotas and network rules leave kube-system out, because the cluster would stop without it. A program that lives there is spared by all of them, stands beside the accounts that own the cluster, and is seen by everyone who may look into it.",
  seeByHand: "kubectl -n kube-system get deployments,statefulsets,daemonsets,cronjobs,pods",
  fix: "Give the program a namespace of its own, with a Pod Security label, default-deny policies and a quota; move its Secrets and bindings along. References by name (service.kube-system.svc) change with it: keep an ExternalName there until nobody asks for it.",
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: kube-system }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: registry.example/shop/web:1.4.2
`,
  after: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: registry.example/shop/web:1.4.2
`,
  of: "workload",
  look: (workload, index) => {
    if (namespaceOf(workload) !== "kube-system") return NOT_APPLICABLE;
    if (isMirrorPod(workload) || isProvidersAgent(workload, index) || isMarked(workload)) return PASS;
    const images = containersOf(workload).map(({ container }) => imagePath(container.image));
    if (images.some(isInfrastructure)) return PASS;
    return [
      { field: "metadata.namespace", message: `it runs ${imageName(workload)} among what keeps the cluster going` },
    ];
  },
});

function isInfrastructure(image: string): boolean {
  return [INFRASTRUCTURE, BY_WHOLE_WORD, BY_VENDOR].some((pattern) => pattern.test(image));
}

function imageName(workload: Workload): string {
  const image = containersOf(workload)[0]?.container.image;
  return typeof image === "string" && image !== "" ? `the image ${image}` : "a program";
}

/** Marks that add-ons of the cluster carry. */
function isMarked(workload: Workload): boolean {
  const labels = { ...recordOf(workload.object.metadata.labels), ...podLabelsOf(workload) };
  if (labels.tier === "control-plane" || labels["kubernetes.io/cluster-service"] === "true") return true;
  if (labels["addonmanager.kubernetes.io/mode"] !== undefined) return true;
  const { priorityClassName } = workload.pod;
  return priorityClassName === "system-cluster-critical" || priorityClassName === "system-node-critical";
}
