import { check, type Fault, PASS } from "../check.ts";
import { judgePrograms } from "../reading/control-plane-program.ts";
import { missingFlag, wrongFlag } from "../reading/flag-verdict.ts";

const PROGRAM = "kube-apiserver";
/** By CIS 1.2.17 to 1.2.19: days, files, megabytes. */
const LIMITS = [
  { flag: "audit-log-maxage", least: 30, keeps: "how long old files stay" },
  { flag: "audit-log-maxbackup", least: 10, keeps: "how many old files stay" },
  { flag: "audit-log-maxsize", least: 100, keeps: "the size that somebody chose for a file" },
];

/**
 * Restricted: the flags --audit-log-maxage, --audit-log-maxbackup and --audit-log-maxsize of kube-apiserver; unset or 0 they
 * limit nothing but the size of a file, so old files pile up.
 * Allowed: at least 30 days, 10 files and 100 MB each, as CIS has it. A log to standard output ("-"), or one that goes to a
 * webhook alone, has no files.
 */
export const apiserverAuditLogRotation = check({
  id: "apiserver-audit-log-rotation",
  title: "Audit log is not kept long or not limited",
  severity: "low",
  layer: "cluster",
  dimension: "monitoring-health",
  concern: null,
  references: ["CIS 1.2.17", "CIS 1.2.18", "CIS 1.2.19", "NSA audit", "O22:K05"],
  why: "Kept for a few days only, the log is gone before somebody asks: intruders are found after weeks. Without any limit it fills the disk of the control-plane node, and with the disk full etcd and the API server stop.",
  seeByHand:
    'kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep -E -- "audit-log-(maxage|maxbackup|maxsize)"',
  fix: "Set --audit-log-maxage=30, --audit-log-maxbackup=10 and --audit-log-maxsize=100 on every API server: that takes about 1.1 GB of disk on each. What must be kept longer belongs off the node, into a store that the cluster's administrators cannot change.",
  before: `apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      command: [kube-apiserver, --audit-log-path=/var/log/kubernetes/audit.log]
`,
  after: `apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --audit-log-path=/var/log/kubernetes/audit.log
        - --audit-log-maxage=30
        - --audit-log-maxbackup=10
        - --audit-log-maxsize=100
`,
  of: "cluster",
  look: (index) =>
    judgePrograms(index, PROGRAM, (seen) => {
      const path = seen.flag("audit-log-path")?.value ?? "";
      if (path === "-" || (path === "" && seen.flag("audit-webhook-config-file"))) return PASS;
      return LIMITS.flatMap(({ flag, least, keeps }): Fault[] => {
        const given = seen.flag(flag);
        if (!given) return [missingFlag(seen, PROGRAM, flag, `so nothing limits ${keeps}`)];
        if (Number(given.value) >= least) return [];
        const isUnlimited = Number(given.value) === 0;
        return [
          wrongFlag(seen, PROGRAM, flag, given, isUnlimited ? `so nothing limits ${keeps}` : `less than ${least}`),
        ];
      });
    }),
});
