import { check } from "../check.ts";
import { judgeRole } from "../reading/judge-role.ts";
import { kubernetesMinor } from "../reading/kubernetes-minor.ts";

/** From this release on, opening a tunnel by WebSocket needs create; before, get was enough. */
const GET_NO_LONGER_ENOUGH = 35;

/**
 * Restricted: rules of Roles and ClusterRoles that open pods/portforward. That is create, and get as well on clusters
 * before 1.35; plain manifests can be applied to such a cluster. Kubernetes' own roles are not applicable.
 */
export const rbacPortForward = check({
  id: "rbac-port-forward",
  title: "Role can tunnel into pods",
  severity: "medium",
  layer: "cluster",
  dimension: "security",
  concern: "rbac-authorization",
  references: ["O22:K03"],
  why: "Port forwarding leads from a laptop to any port of a pod, through the API server: past the ingress with its sign-in, past every network policy, and to ports that listen on localhost alone because nobody was meant to reach them, such as the admin page or the database.",
  seeByHand: "kubectl auth can-i create pods/portforward --all-namespaces --as system:serviceaccount:NAMESPACE:NAME",
  fix: "Take pods/portforward out of everyday roles, at least where production data lies. Who debugs there gets it for an hour, in one namespace, by a binding that is removed again. What people forward to each day (a dashboard, a database console) deserves an address of its own with sign-in.",
  before: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: developer }
rules:
  - apiGroups: [""]
    resources: [pods, pods/portforward]
    verbs: [get, list, create]
`,
  after: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: developer }
rules:
  - apiGroups: [""]
    resources: [pods, pods/log]
    verbs: [get, list]
`,
  of: "object",
  kinds: ["ClusterRole", "Role"],
  look: (role, index) => {
    const isGetEnough = !index.live || kubernetesMinor(index.kubernetesVersion) < GET_NO_LONGER_ENOUGH;
    const verbs = isGetEnough ? ["create", "get"] : ["create"];
    return judgeRole(role, index, [{ group: "", resources: ["pods/portforward"], verbs }]);
  },
});
