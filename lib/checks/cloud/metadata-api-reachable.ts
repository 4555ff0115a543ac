import { check, PASS } from "../check.ts";
import { cloudOf } from "../reading/cloud-provider.ts";
import { mayReach } from "../reading/egress-to-address.ts";
import { networkRulesOf } from "../reading/network-isolation.ts";
import { sayOnceOfWorkload } from "../reading/say-once.ts";

const METADATA = { address: "169.254.169.254", port: 80 };
const GKE_SERVER = "iam.gke.io/gke-metadata-server-enabled";

/**
 * Judges whether the pods of a workload may open a connection to 169.254.169.254: by the egress of the policies of
 * Kubernetes, Cilium and Calico that select them. A pod in the node's network is beyond every policy. Where no node tells
 * of a cloud, only a policy that lets the address through is a fault.
 */
export const metadataApiReachable = check({
  id: "metadata-api-reachable",
  title: "Pod can reach the cloud's metadata service",
  severity: "medium",
  layer: "cloud",
  dimension: "security",
  concern: "cloud-api-access",
  references: ["k8s checklist", "O25:K08"],
  escalatesTo: "cloud",
  why: "A pod that reaches the node's metadata address borrows the node's cloud role. One flawed web form then asks it for a token, and owns what the node may: images, disks, sometimes the account.",
  seeByHand: "kubectl -n shop exec deploy/web -- wget -qO- -T 2 http://169.254.169.254/ # an answer is a yes",
  fix: "Deny egress by default and allow what each workload needs, or deny 169.254.169.254/32 in one cluster-wide policy. On AWS also require IMDSv2 with a hop limit of 1, on Google Cloud switch on Workload Identity for the node pool. First give every pod that really calls the cloud an identity of its own, or it stops working. A hop limit is set in the cloud and not visible here: record it as an answer.",
  before: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  podSelector: { matchLabels: { app: web } }
  policyTypes: [Egress]
  egress:
    - to: [{ ipBlock: { cidr: 0.0.0.0/0 } }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }] }
`,
  after: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web, namespace: shop }
spec:
  podSelector: { matchLabels: { app: web } }
  policyTypes: [Egress]
  egress:
    - to: [{ ipBlock: { cidr: 0.0.0.0/0, except: [169.254.169.254/32] } }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }] }
`,
  of: "workload",
  look: (workload, index) => {
    const { pod, podField } = workload;
    const cloud = cloudOf(index);
    const isInNodeNetwork = pod.hostNetwork === true;
    const rules = networkRulesOf(workload, index);
    if (!isInNodeNetwork && !mayReach(rules, METADATA)) return PASS;
    const closing = rules.filter(({ egress }) => egress).map(({ policy }) => `"${policy.object.metadata.name}"`);
    if (cloud === null) return sayOnceOfWorkload(workload, index, NO_CLOUD);
    // Without nodes a policy can still be at fault by itself; that there is none, or the node's network, says nothing.
    if (!cloud && (isInNodeNetwork || closing.length === 0)) return sayOnceOfWorkload(workload, index, NO_NODES);
    if (!isInNodeNetwork && cloud?.prefix === "gce" && everyNodeHides(index.ofKind("Node"))) return PASS;
    if (isInNodeNetwork)
      return [
        {
          field: `${podField}.hostNetwork`,
          message: "the pod shares the node's network, so no policy keeps it from 169.254.169.254",
        },
      ];
    const because = closing.length > 0 ? `policy ${closing.join(", ")} allows it` : "no policy rules its egress";
    return [{ field: podField, message: `the pod may connect to 169.254.169.254: ${because}` }];
  },
});

const NO_CLOUD = "no node says that it is an instance of a cloud (spec.providerID), so it may have no metadata service";
const NO_NODES =
  "there is no node here to tell whether a cloud runs it and has a metadata service: scan the running cluster";

/** With GKE's metadata server on every node, a pod gets its own identity there and not the node's. */
function everyNodeHides(nodes: readonly { object: { metadata: { labels?: Record<string, string> } } }[]): boolean {
  return nodes.length > 0 && nodes.every(({ object }) => object.metadata.labels?.[GKE_SERVER] === "true");
}
