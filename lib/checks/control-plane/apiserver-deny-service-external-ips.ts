import { check } from "../check.ts";
import { judgePlugin } from "../reading/admission-plugins.ts";

/**
 * Restricted: the admission plug-in DenyServiceExternalIPs of kube-apiserver, off unless enabled.
 * Allowed: on, as CIS asks since 1.12; older editions (CIS 1.2.3 of 1.6) asked for the opposite.
 */
export const apiserverDenyServiceExternalIps = check({
  id: "apiserver-deny-service-external-ips",
  title: "Services may claim any external address",
  severity: "medium",
  layer: "cluster",
  dimension: "security",
  concern: "network-policies",
  references: ["CIS 1.2.3"],
  why: "Whoever may create a Service can write any address into spec.externalIPs, and every node then sends traffic for that address to the Service: the address of a payment provider or of the company's own login. It is the known flaw CVE-2020-8554, for which there is no patch.",
  seeByHand:
    'kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep -E -- "enable-admission-plugins"',
  fix: "Add DenyServiceExternalIPs to --enable-admission-plugins on every control-plane node. Services that use external addresses on purpose keep them, but can no longer be changed: list them first (kubectl get services -A -o wide). Where you need some, a policy that allows only listed addresses does better, and you accept this finding.",
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
      command:
        - kube-apiserver
        - "--enable-admission-plugins=NodeRestriction,DenyServiceExternalIPs"
`,
  of: "cluster",
  look: (index) =>
    judgePlugin(index, "DenyServiceExternalIPs", "on", "so a Service may draw traffic for any address to itself"),
});
