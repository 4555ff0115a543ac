import { POD_CONTROLLERS, type Power } from "./judge-role.ts";
import { isEverything, type RoleRule, resourcesGranted, verbsGranted } from "./role-rules.ts";

/** Powers that let their holder become somebody else or take what is somebody else's. */
export const POWER_IDS = [
  "everything",
  "escalate",
  "bind",
  "impersonate-anyone",
  "impersonate-accounts",
  "create-tokens",
  "nodes-proxy",
  "read-secrets",
  "create-pods",
  "enter-pods",
] as const;
export type PowerId = (typeof POWER_IDS)[number];

const RBAC = "rbac.authorization.k8s.io";

const WORDS: Readonly<Record<PowerId, string>> = {
  everything: "do everything",
  escalate: "write any right into a role",
  bind: "bind any role",
  "impersonate-anyone": "act as any user or group",
  "impersonate-accounts": "act as any service account",
  "create-tokens": "make tokens for service accounts",
  "nodes-proxy": "reach kubelets through nodes/proxy",
  "read-secrets": "read Secrets",
  "create-pods": "create pods",
  "enter-pods": "run commands in pods",
};

const PARTS: Readonly<Record<Exclude<PowerId, "everything">, readonly Power[]>> = {
  escalate: [
    { group: RBAC, resources: ["roles"], verbs: ["escalate"] },
    { group: RBAC, resources: ["clusterroles"], verbs: ["escalate"], isClusterWide: true },
  ],
  // A RoleBinding may refer to a ClusterRole: the verb is looked for on both.
  bind: [{ group: RBAC, resources: ["roles", "clusterroles"], verbs: ["bind"] }],
  "impersonate-anyone": [{ group: "", resources: ["users", "groups"], verbs: ["impersonate"], isClusterWide: true }],
  "impersonate-accounts": [{ group: "", resources: ["serviceaccounts"], verbs: ["impersonate"] }],
  "create-tokens": [{ group: "", resources: ["serviceaccounts/token"], verbs: ["create"] }],
  "nodes-proxy": [{ group: "", resources: ["nodes/proxy"], verbs: ["get", "create"], isClusterWide: true }],
  "read-secrets": [{ group: "", resources: ["secrets"], verbs: ["get", "list", "watch"] }],
  "create-pods": [
    { group: "", resources: ["pods"], verbs: ["create"] },
    ...POD_CONTROLLERS.map((power) => ({ ...power, verbs: ["create", "update", "patch"] })),
  ],
  "enter-pods": [
    { group: "", resources: ["pods/exec", "pods/attach"], verbs: ["create"] },
    { group: "", resources: ["pods/ephemeralcontainers"], verbs: ["update", "patch"] },
  ],
};

/** Names that give a rule its full power although it is limited to names. */
const ADMINISTRATORS: ReadonlySet<string> = new Set(["cluster-admin", "system:masters", "kubeadm:cluster-admins"]);

/** The powers of some rules, bound in one namespace or in the whole cluster, strongest first. */
export function powersOf(rules: readonly RoleRule[], isClusterWide: boolean): PowerId[] {
  if (rules.some(isEverything)) return ["everything"];
  return POWER_IDS.filter((id) => id !== "everything" && rules.some((rule) => grants(rule, PARTS[id], isClusterWide)));
}

function grants(rule: RoleRule, parts: readonly Power[], isClusterWide: boolean): boolean {
  if (rule.resourceNames.length > 0 && !rule.resourceNames.some((name) => ADMINISTRATORS.has(name))) return false;
  return parts.some(
    (part) =>
      (isClusterWide || !part.isClusterWide) &&
      resourcesGranted(rule, part.group, part.resources).length > 0 &&
      verbsGranted(rule, part.verbs).length > 0,
  );
}

/** "create pods and read Secrets". */
export function powersInWords(powers: readonly PowerId[]): string {
  const words = powers.map((power) => WORDS[power]);
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
