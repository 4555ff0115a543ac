import { check, type Fault } from "../check.ts";
import { missedEvents } from "../reading/audit-policy.ts";
import { inAll } from "../reading/control-plane-program.ts";
import { recordOf } from "../reading/entries.ts";
import { isGiven, judgeFlags } from "../reading/flag-verdict.ts";

/**
 * Restricted: the flag --audit-policy-file of kube-apiserver, without which nothing is recorded; and, where the snapshot
 * carries the policy (kind Policy of audit.k8s.io, from infrastructure as code), its rules: the first that matches decides.
 * Allowed: the flag set; some record of reading Secrets and ConfigMaps, of token reviews, of changes of pods and
 * Deployments, and of exec, port-forward and proxy, by anyone anywhere. Rules for single users or namespaces do not count.
 */
export const auditPolicyMissing = check({
  id: "audit-policy-missing",
  title: "No audit policy, or one that misses what matters",
  severity: "medium",
  layer: "cluster",
  dimension: "monitoring-health",
  concern: null,
  references: ["CIS 3.2.1", "CIS 3.2.2", "NSA audit", "O22:K05", "O25:K10"],
  why: "The API server records nothing without a policy, wherever the log is meant to go. With one that leaves out who read which Secret or opened a shell in which pod, the log is long and silent on the only questions that are asked after an incident.",
  seeByHand: 'kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep -E -- "audit-policy-file"',
  fix: "Write a policy that records metadata for everything, request bodies for changes of RBAC, and nothing for the chatter of kubelets and leases; never bodies of Secrets. Mount it into the static pods and set --audit-policy-file. Expect a few GB a day on a busy cluster, and ship it off the node. Put the policy into the upload to have it looked at.",
  before: `apiVersion: audit.k8s.io/v1
kind: Policy
metadata: { name: audit }
rules:
  - level: None
    resources: [{ group: "", resources: [secrets, configmaps] }]
  - level: Metadata
`,
  after: `apiVersion: audit.k8s.io/v1
kind: Policy
metadata: { name: audit }
rules:
  - level: None
    users: [system:kube-proxy]
  - level: Metadata
`,
  of: "cluster",
  look: (index) => {
    const missed = index.ofKind("audit.k8s.io/Policy").flatMap((on): Fault[] => {
      const events = missedEvents(recordOf(on.object));
      if (events.length === 0) return [];
      return [{ on, field: "rules", message: `the audit policy records nothing of ${events.join(", ")}` }];
    });
    const flags = judgeFlags(index, "kube-apiserver", [
      { flag: "audit-policy-file", allows: isGiven, unset: "so it records nothing", wrong: "so it records nothing" },
    ]);
    return missed.length > 0 ? inAll([missed, flags]) : flags;
  },
});
