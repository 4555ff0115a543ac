import { check, NOT_APPLICABLE, PASS } from "../check.ts";
import { recordOf } from "../reading/entries.ts";

/** What OpenShift's release keeps as it is: annotations, which copies under other names carry along, and the name. */
const OF_THE_RELEASE = "include.release.openshift.io/";
const RELEASED_OPEN = "privileged";

/**
 * Restricted field: allowPrivilegedContainer of OpenShift's SecurityContextConstraints. Allowed: false, unset; and the one that the release
 * itself brings, for nobody can change it: who may use it is what counts there. A copy of it is somebody's own.
 */
export const openshiftSccPermissive = check({
  id: "openshift-scc-permissive",
  title: "Security context constraint lets in privileged containers",
  severity: "high",
  layer: "cluster",
  dimension: "security",
  concern: "pod-security-standards",
  references: ["O22:K01", "O25:K01"],
  why: "Whoever may use the constraint may start a privileged container and owns the node by it. One made for an agent is soon granted to a whole namespace, because it makes errors go away.",
  seeByHand: "oc get scc -o custom-columns=NAME:.metadata.name,PRIVILEGED:.allowPrivilegedContainer",
  fix: "Set allowPrivilegedContainer: false and allow what the program needs by name: a capability, a kind of volume, a range of users. Look with oc adm policy who-can use scc NAME who has it, and take it from groups.",
  before: `apiVersion: security.openshift.io/v1
kind: SecurityContextConstraints
metadata: { name: agents }
allowPrivilegedContainer: true
runAsUser: { type: MustRunAsNonRoot }
seLinuxContext: { type: MustRunAs }
`,
  after: `apiVersion: security.openshift.io/v1
kind: SecurityContextConstraints
metadata: { name: agents }
allowPrivilegedContainer: false
runAsUser: { type: MustRunAsNonRoot }
seLinuxContext: { type: MustRunAs }
`,
  of: "object",
  kinds: ["SecurityContextConstraints"],
  look: ({ object }) => {
    if (object.allowPrivilegedContainer !== true) return PASS;
    const annotations = Object.keys(recordOf(object.metadata.annotations));
    const isReleased = annotations.some((key) => key.startsWith(OF_THE_RELEASE));
    if (isReleased && object.metadata.name === RELEASED_OPEN) return NOT_APPLICABLE;
    return [{ field: "allowPrivilegedContainer", message: "whoever may use it may run privileged containers" }];
  },
});
