import { check, NOT_APPLICABLE } from "../check.ts";
import { isKubernetesOwnRole } from "../reading/kubernetes-own.ts";
import { rulesOf } from "../reading/role-rules.ts";

const LISTS = ["verbs", "resources", "apiGroups"] as const;

/**
 * Restricted fields: rules[*].verbs, resources and apiGroups of Roles and ClusterRoles. Allowed: no "*" alone
 * ("*" followed by a subresource names one subresource and passes). Kubernetes' own roles are not applicable.
 */
export const rbacWildcard = check({
  id: "rbac-wildcard",
  title: "Role grants by wildcard",
  severity: "high",
  layer: "cluster",
  dimension: "security",
  concern: "rbac-authorization",
  references: ["CIS 5.1.3", "O22:K03", "O25:K02"],
  why: "A wildcard grants what exists today and whatever is installed tomorrow. Among the verbs it hides impersonate, bind and escalate; among the resources it hides secrets and pods/exec. Nobody who reads the role later can say what was meant.",
  seeByHand: `kubectl get clusterroles,roles -A -o json | jq -r '.items[] | select([.rules[]? | .verbs[]?, .resources[]?, .apiGroups[]?] | index("*")) | .kind + " " + (.metadata.namespace // "") + "/" + .metadata.name'`,
  fix: "List the verbs and resources that the software uses: its documentation, or the audit log of a week in a test cluster, tells them. Operators of vendors often ship a wildcard for convenience; ask for the list or replace the role, and keep it in your chart's values so that an upgrade does not bring it back.",
  before: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: deployer, namespace: shop }
rules:
  - apiGroups: ["*"]
    resources: ["*"]
    verbs: ["*"]
`,
  after: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: deployer, namespace: shop }
rules:
  - apiGroups: [apps]
    resources: [deployments]
    verbs: [get, list, watch, create, update, patch]
`,
  of: "object",
  kinds: ["ClusterRole", "Role"],
  look: ({ object }, index) => {
    if (isKubernetesOwnRole(object, index)) return NOT_APPLICABLE;
    return rulesOf(object).flatMap((rule) => {
      const wild = LISTS.filter((list) => rule[list].includes("*"));
      const [first] = wild;
      if (first === undefined) return [];
      const message = `${object.kind} "${object.metadata.name}" grants "*" in ${wild.join(", ")}`;
      return [{ field: `${rule.field}.${first}`, message }];
    });
  },
});
