import { check } from "../check.ts";
import { secondsOf } from "../reading/duration.ts";
import { judgeFlags } from "../reading/flag-verdict.ts";

/** Five minutes, the most that CIS 1.2.20 speaks of. */
const LONGEST_SECONDS = 300;

/**
 * Restricted: the flag --request-timeout of kube-apiserver, 60 seconds unless set.
 * Allowed: not set, and anything above 0 up to five minutes. Peers that want the flag written down ask for the default.
 */
export const apiserverRequestTimeout = check({
  id: "apiserver-request-timeout",
  title: "Requests to the API server may last too long",
  severity: "low",
  layer: "cluster",
  dimension: "security",
  concern: "quality-of-service",
  references: ["CIS 1.2.20"],
  why: "Every open request holds memory and a place in the queue. With a limit of many minutes, or none, a few hundred slow clients, or somebody who opens connections and waits, use up the API server, and kubelets and controllers no longer get through.",
  seeByHand: 'kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep -E -- "request-timeout"',
  fix: "Remove --request-timeout and live with the 60 seconds of Kubernetes, or set what your slowest honest client needs, up to 300s. Long lists that need more should be read in pages (kubectl does so). Watches, logs and exec are not cut off by it.",
  before: `apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      command: [kube-apiserver, --request-timeout=30m]
`,
  after: `apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      command: [kube-apiserver, --request-timeout=60s]
`,
  of: "cluster",
  look: (index) =>
    judgeFlags(index, "kube-apiserver", [
      {
        flag: "request-timeout",
        allows: (value) => isWithin(secondsOf(value)),
        wrong: `not within ${LONGEST_SECONDS} seconds`,
      },
    ]),
});

function isWithin(seconds: number | undefined): boolean {
  return seconds !== undefined && seconds > 0 && seconds <= LONGEST_SECONDS;
}
