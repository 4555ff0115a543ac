import { check, notAssessable, PASS } from "../check.ts";
import { recordOf } from "../reading/entries.ts";
import { endOfLifeOf } from "../reading/kubernetes-releases.ts";
import { TABLES_CHECKED } from "../reading/tables-checked.ts";

/**
 * Restricted field: status.nodeInfo.kubeletVersion of a Node. Allowed: minors whose patches had not ended when the snapshot
 * was taken, nor when the table of releases was checked. One that is newer than the table is not assessable. A kubelet is
 * never newer than its API server, so an outdated control plane shows here as well.
 */
export const kubernetesVersionEol = check({
  id: "kubernetes-version-eol",
  title: "Kubernetes version is out of support",
  severity: "high",
  layer: "cluster",
  dimension: "architecture",
  concern: null,
  references: ["NSA upgrade", "O22:K10", "O25:K07"],
  why: "Flaws that are found from now on are not mended in this version, and those that were found since its end are known to everyone. The longer you wait the more versions lie between, and Kubernetes is upgraded one minor at a time.",
  seeByHand:
    "kubectl get nodes -o custom-columns=NODE:.metadata.name,KUBELET:.status.nodeInfo.kubeletVersion; kubectl version",
  fix: "Look for removed APIs first (api-version-deprecated), then upgrade the control plane one minor at a time and the nodes after it, three times a year from then on. Rehearse on a cluster that nobody misses. A provider's paid extended support buys time for one plan, not for two.",
  before: `apiVersion: v1
kind: Node
metadata: { name: worker-1 }
status: { nodeInfo: { kubeletVersion: v1.29.4 } }
`,
  after: `apiVersion: v1
kind: Node
metadata: { name: worker-1 }
status: { nodeInfo: { kubeletVersion: v1.36.2 } }
`,
  of: "object",
  kinds: ["Node"],
  look: ({ object }, index) => {
    const { kubeletVersion } = recordOf(recordOf(object.status).nodeInfo);
    const minor = /^v?1\.(\d+)/.exec(String(kubeletVersion ?? ""))?.[1];
    if (minor === undefined) return notAssessable("the node does not say its kubelet's version");
    const end = endOfLifeOf(Number(minor));
    if (end === undefined)
      return notAssessable(`the end of support of Kubernetes 1.${minor} is not known to this check`);
    if (end >= TABLES_CHECKED && end >= (index.observedAt?.slice(0, 10) ?? "")) return PASS;
    return [
      {
        field: "status.nodeInfo.kubeletVersion",
        message: `the kubelet is ${kubeletVersion}, whose support ended on ${end}`,
      },
    ];
  },
});
