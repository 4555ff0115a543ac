import { check } from "../check.ts";
import { judgePlugin } from "../reading/admission-plugins.ts";

/**
 * Restricted: the admission plug-in NamespaceLifecycle of kube-apiserver, on unless disabled.
 * Allowed: on.
 */
export const apiserverAdmissionNamespaceLifecycle = check({
  id: "apiserver-admission-namespace-lifecycle",
  title: "API server does not guard namespaces",
  severity: "medium",
  layer: "cluster",
  dimension: "security",
  concern: null,
  references: ["CIS 1.2.13"],
  why: "The plug-in refuses objects in namespaces that do not exist or are being deleted, and keeps default, kube-system and kube-public from being deleted. Without it objects are left over that nobody finds, a deletion never ends, and one wrong command takes the system's own namespace away.",
  seeByHand:
    'kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep -E -- "admission-plugins|admission-control"',
  fix: "Take NamespaceLifecycle out of --disable-admission-plugins (or add it to the old --admission-control) on every API server. Then look for objects whose namespace no longer exists and remove them; pipelines that create objects before their namespace will be refused and must be put in order.",
  before: `apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      command: [kube-apiserver, --disable-admission-plugins=NamespaceLifecycle]
`,
  after: `apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      command: [kube-apiserver, --enable-admission-plugins=NodeRestriction]
`,
  of: "cluster",
  look: (index) => judgePlugin(index, "NamespaceLifecycle", "on", "so nothing protects the namespaces of the system"),
});
