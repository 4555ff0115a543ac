import { check } from "../check.ts";
import { judgePlugin } from "../reading/admission-plugins.ts";

/**
 * Restricted: the admission plug-in AlwaysPullImages of kube-apiserver, off unless enabled.
 * Allowed: on.
 */
export const apiserverAdmissionAlwaysPullImages = check({
  id: "apiserver-admission-always-pull-images",
  title: "Pods may use images of others from the node",
  severity: "low",
  layer: "cluster",
  dimension: "security",
  concern: null,
  references: ["CIS 1.2.11"],
  why: "A private image that one team has pulled lies on the node. Any pod that lands there can start it with imagePullPolicy IfNotPresent, without a credential for the registry, and read what is in it. A tag that was moved since then also stays what it was.",
  seeByHand:
    'kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep -E -- "enable-admission-plugins"',
  fix: "Add AlwaysPullImages to --enable-admission-plugins where several teams share nodes. It costs a question to the registry at each start of a container, and when the registry is down nothing starts or restarts: have a mirror near the cluster first. From Kubernetes 1.35 the kubelet can check credentials of cached images itself; on a cluster of one team accept the finding.",
  before: `apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      command: [kube-apiserver, --enable-admission-plugins=NodeRestriction]
`,
  after: `apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      command: [kube-apiserver, "--enable-admission-plugins=NodeRestriction,AlwaysPullImages"]
`,
  of: "cluster",
  look: (index) =>
    judgePlugin(index, "AlwaysPullImages", "on", "so a pod may start an image that somebody else pulled"),
});
