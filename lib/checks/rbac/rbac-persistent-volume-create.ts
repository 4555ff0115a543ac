import { check } from "../check.ts";
import { judgeRole, type Power } from "../reading/judge-role.ts";

const POWERS: readonly Power[] = [
  { group: "", resources: ["persistentvolumes"], verbs: ["create"], isClusterWide: true },
];

/**
 * Restricted: rules of ClusterRoles that create persistentvolumes. Roles cannot grant this, and Kubernetes' own roles are
 * not applicable. The provisioners of storage are reported too: that they need the right does not make it a small one.
 */
export const rbacPersistentVolumeCreate = check({
  id: "rbac-persistent-volume-create",
  title: "Role can create PersistentVolumes",
  severity: "medium",
  layer: "cluster",
  dimension: "security",
  concern: "rbac-authorization",
  references: ["CIS 5.1.9"],
  why: "A PersistentVolume may be a folder of the node. Pod Security forbids hostPath in pods and does not look at volumes: whoever writes the volume and claims it has the node's disk in an ordinary pod, with the keys of the kubelet on it.",
  seeByHand: "kubectl auth can-i create persistentvolumes --as system:serviceaccount:NAMESPACE:NAME",
  fix: "People claim storage through a StorageClass and never write volumes. Leave the right to the provisioner, in a namespace that only the platform team reaches, and refuse hostPath and local volumes by an admission policy for all others. Moving hand-made volumes to a class means a copy of their data.",
  before: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: database-admin }
rules:
  - apiGroups: [""]
    resources: [persistentvolumes, persistentvolumeclaims]
    verbs: [get, list, create]
`,
  after: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: database-admin }
rules:
  - apiGroups: [""]
    resources: [persistentvolumeclaims]
    verbs: [get, list, create]
`,
  of: "object",
  kinds: ["ClusterRole"],
  look: (role, index) => judgeRole(role, index, POWERS),
});
