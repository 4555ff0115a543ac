import { check, type Fault } from "../check.ts";
import { recordOf, recordsOf, stringsOf } from "../reading/entries.ts";
import { isBaselineCapability } from "../standards/allowed.ts";

/**
 * Restricted fields of a PodSecurityPolicy, which Kubernetes knew until 1.24: privileged, allowPrivilegeEscalation (on unless set), the
 * namespaces and paths of the host, runAsUser that lets root in, capabilities beyond the baseline, and no dropping of NET_RAW or ALL.
 */
export const podSecurityPolicyPermissive = check({
  id: "pod-security-policy-permissive",
  title: "Pod security policy lets pods do what they like",
  severity: "medium",
  layer: "cluster",
  dimension: "security",
  concern: "pod-security-standards",
  references: ["O22:K04"],
  why: "Whoever may use the policy may run pods as root, on the host or with its powers, and so take the node. The kind is gone since Kubernetes 1.25: after an upgrade the object is still in the repository and holds nobody back.",
  seeByHand: "kubectl get podsecuritypolicies -o yaml",
  fix: "Move to the Pod Security Standards: label each namespace with pod-security.kubernetes.io/enforce, first as warn and audit, then delete the policies. Until then keep permissive ones for kube-system alone, bound to the accounts of its agents.",
  before: `apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata: { name: apps }
spec:
  privileged: true
  allowPrivilegeEscalation: false
  requiredDropCapabilities: [ALL]
  runAsUser: { rule: MustRunAsNonRoot }
  seLinux: { rule: RunAsAny }
  supplementalGroups: { rule: RunAsAny }
  fsGroup: { rule: RunAsAny }
  volumes: [configMap, secret, emptyDir]
`,
  after: `apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata: { name: apps }
spec:
  privileged: false
  allowPrivilegeEscalation: false
  requiredDropCapabilities: [ALL]
  runAsUser: { rule: MustRunAsNonRoot }
  seLinux: { rule: RunAsAny }
  supplementalGroups: { rule: RunAsAny }
  fsGroup: { rule: RunAsAny }
  volumes: [configMap, secret, emptyDir]
`,
  of: "object",
  kinds: ["PodSecurityPolicy"],
  look: ({ object }) => {
    const spec = recordOf(object.spec);
    const isOn = (field: string) => spec[field] === true;
    const open = ["privileged", "hostPID", "hostIPC", "hostNetwork"].filter(isOn);
    const faults: Fault[] = open.map((name) => ({ field: `spec.${name}`, message: `the policy allows ${name}` }));
    if (spec.allowPrivilegeEscalation !== false)
      faults.push({ field: "spec.allowPrivilegeEscalation", message: "the policy allows privilege escalation" });
    if (letsRootIn(recordOf(spec.runAsUser)))
      faults.push({ field: "spec.runAsUser", message: "the policy allows containers to run as root" });
    if (opensEveryPath(spec))
      faults.push({ field: "spec.volumes", message: "the policy allows volumes from every path of the host" });
    faults.push(...capabilityFaults(spec));
    const dropped = stringsOf(spec.requiredDropCapabilities);
    if (!["ALL", "NET_RAW"].some((name) => dropped.includes(name)))
      faults.push({
        field: "spec.requiredDropCapabilities",
        message: "the policy does not make pods drop NET_RAW or ALL",
      });
    return faults;
  },
});

function capabilityFaults(spec: Record<string, unknown>): Fault[] {
  return Object.entries({ allowedCapabilities: "allows", defaultAddCapabilities: "adds" }).flatMap(([list, verb]) => {
    const foreign = stringsOf(spec[list]).filter((name) => !isBaselineCapability(name));
    if (foreign.length === 0) return [];
    return [
      { field: `spec.${list}`, message: `the policy ${verb} the capabilities ${foreign.slice(0, 3).join(", ")}` },
    ];
  });
}

/** Without allowedHostPaths every path is allowed. */
function opensEveryPath({ volumes, allowedHostPaths }: Record<string, unknown>): boolean {
  if (!stringsOf(volumes).some((kind) => kind === "*" || kind === "hostPath")) return false;
  const paths = recordsOf(allowedHostPaths);
  return paths.length === 0 || paths.some(({ entry }) => entry.pathPrefix === "/");
}

/** Only MustRunAsNonRoot, or MustRunAs with ranges that begin above 0, keeps root out. */
function letsRootIn({ rule, ranges }: Record<string, unknown>): boolean {
  if (rule === "MustRunAsNonRoot") return false;
  const starts = recordsOf(ranges).map(({ entry }) => Number(entry.min));
  return rule !== "MustRunAs" || starts.length === 0 || starts.some((min) => !(min > 0));
}
