import { check } from "../check.ts";
import { judgeFlags } from "../reading/flag-verdict.ts";
import { switchOf } from "../reading/switch-value.ts";

/**
 * Restricted: the flag --service-account-lookup of kube-apiserver, true unless set.
 * Allowed: not set, or true.
 */
export const apiserverServiceAccountLookup = check({
  id: "apiserver-service-account-lookup",
  title: "API server takes tokens of deleted accounts",
  severity: "medium",
  layer: "cluster",
  dimension: "security",
  concern: "authentication",
  references: ["CIS 1.2.21", "O25:K09"],
  why: "Without the lookup a token is good as long as its signature is. A service account or a token Secret that you delete after a leak then goes on working: whoever stole it keeps his access, and you believe that it is gone.",
  seeByHand: 'kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep -E -- "service-account-lookup"',
  fix: "Remove --service-account-lookup=false from every API server. Each request with such a token then costs a look into a cache, which is not noticeable. Clients that still use tokens of deleted accounts get 401: these are the ones that you want to find.",
  before: `apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      command: [kube-apiserver, --service-account-lookup=false]
`,
  after: `apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      command: [kube-apiserver, --service-account-lookup=true]
`,
  of: "cluster",
  look: (index) =>
    judgeFlags(index, "kube-apiserver", [
      {
        flag: "service-account-lookup",
        allows: (value) => switchOf(value) === true,
        wrong: "so tokens of deleted accounts still open the cluster",
      },
    ]),
});
