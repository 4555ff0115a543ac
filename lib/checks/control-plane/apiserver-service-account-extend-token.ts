import { check } from "../check.ts";
import { judgeFlags } from "../reading/flag-verdict.ts";
import { kubernetesMinor } from "../reading/kubernetes-minor.ts";
import { switchOf } from "../reading/switch-value.ts";

/** First minor release whose pods get bound tokens by default. */
const FIRST_BOUND = 21;
const LASTS = "so tokens of pods are taken for a year";

/**
 * Restricted: the flag --service-account-extend-token-expiration of kube-apiserver, true unless set; Kubernetes has it since
 * 1.20 and bound tokens by default since 1.21.
 * Allowed: false; any value before 1.21.
 */
export const apiserverServiceAccountExtendToken = check({
  id: "apiserver-service-account-extend-token",
  title: "Tokens of pods last a year instead of an hour",
  severity: "low",
  layer: "cluster",
  dimension: "security",
  concern: "authentication",
  references: ["CIS 1.2.30", "O25:K09"],
  why: "Tokens that are mounted into pods are made for an hour, but with this default they are taken for a year, so that old clients which never read the file again go on. A token stolen from a pod that still runs is as good as a password.",
  seeByHand: 'kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep -E -- "extend-token"',
  fix: "See which clients still use old tokens (the metric serviceaccount_stale_tokens_total, and the annotation authentication.k8s.io/stale-token in the audit log), update their client libraries, then set --service-account-extend-token-expiration=false. A client that was overlooked loses its access after an hour.",
  before: `apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      command: [kube-apiserver, --service-account-extend-token-expiration=true]
`,
  after: `apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      command: [kube-apiserver, --service-account-extend-token-expiration=false]
`,
  of: "cluster",
  look: (index) =>
    judgeFlags(index, "kube-apiserver", [
      {
        flag: "service-account-extend-token-expiration",
        allows: (value) => switchOf(value) === false || kubernetesMinor(index.kubernetesVersion) < FIRST_BOUND,
        unset: kubernetesMinor(index.kubernetesVersion) < FIRST_BOUND ? undefined : LASTS,
        wrong: LASTS,
      },
    ]),
});
