import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { recordOf } from "./entries.ts";
import { namespaceOf } from "./namespaced.ts";
import { oncePerIndex } from "./once-per-index.ts";
import {
  bindingInWords,
  type Grant,
  grantsBySubject,
  keyOfAccount,
  type SubjectKey,
  subjectInWords,
} from "./rbac-graph.ts";
import { type PowerId, powersInWords } from "./rbac-powers.ts";
import { accountOf, mountsToken } from "./service-account.ts";

/** One step to the whole cluster: by this power of this grant its holder becomes that account; null: is there. */
export type Step = { holder: SubjectKey; grant: Grant; power: PowerId; becomes: SubjectKey | null };

/** With one of these over the whole cluster nothing is left to take. */
const IS_ADMIN: ReadonlySet<PowerId> = new Set(["everything", "escalate", "bind", "impersonate-anyone"]);

/** How a service account is taken over by who has a power in its namespace. */
type Way = "any" | "running" | "secret";
const WAYS: Readonly<Record<PowerId, readonly Way[]>> = {
  everything: ["any"],
  escalate: ["any"],
  bind: ["any"],
  "impersonate-anyone": ["any"],
  "impersonate-accounts": ["any"],
  "create-tokens": ["any"],
  "create-pods": ["any"],
  "enter-pods": ["running"],
  "nodes-proxy": ["running"],
  "read-secrets": ["secret"],
};

/**
 * The shortest way from somebody to the whole cluster, step by step; null when the snapshot shows none. Taken are: what
 * administrators hold; accounts of a namespace in which one may start pods, make tokens or act as accounts; accounts whose
 * pods one may enter; accounts whose lasting tokens lie in Secrets that one may read.
 */
export function pathToAdmin(index: ClusterIndex, subject: SubjectKey): readonly Step[] | null {
  const steps = firstSteps(index, "all");
  const path: Step[] = [];
  for (let at: SubjectKey | null = subject; at !== null; ) {
    const step = steps.get(at);
    if (!step) return null;
    path.push(step);
    at = step.becomes;
  }
  return path;
}

/** For everybody who reaches the whole cluster, the first step: found backwards from the administrators, each link once. */
const firstSteps = oncePerIndex((index: ClusterIndex, _: "all"): ReadonlyMap<SubjectKey, Step> => {
  const grants = [...grantsBySubject(index, "all").values()].flat();
  const holders = holdersByWay(grants);
  const accounts = accountsOf(index, grants);
  const steps = new Map<SubjectKey, Step>();
  const queue: SubjectKey[] = [];
  const arrive = (step: Step) => {
    // What a group may do, each of its members may.
    for (const holder of [step.holder, ...accounts.membersOf(step.holder)]) {
      if (steps.has(holder)) continue;
      steps.set(holder, { ...step, holder });
      queue.push(holder);
    }
  };
  for (const grant of grants) {
    const power = grant.namespace === null ? grant.powers.find((one) => IS_ADMIN.has(one)) : undefined;
    if (power) arrive({ holder: grant.subject, grant, power, becomes: null });
  }
  for (let next = 0; next < queue.length; next++) {
    const reached = queue[next] as SubjectKey;
    for (const way of accounts.waysTo(reached))
      for (const { grant, power } of holders.take(way, reached))
        arrive({ holder: grant.subject, grant, power, becomes: reached });
  }
  return steps;
});

type Holder = { grant: Grant; power: PowerId };

/** Who could take an account of a namespace in some way. Each list is handed out once: all its holders have arrived then. */
function holdersByWay(grants: readonly Grant[]): { take: (way: Way, account: SubjectKey) => readonly Holder[] } {
  const lists = new Map<string, Holder[]>();
  for (const grant of grants)
    for (const power of grant.powers)
      for (const way of WAYS[power]) {
        const key = `${way}/${grant.namespace ?? "*"}`;
        const list = lists.get(key);
        if (list) list.push({ grant, power });
        else lists.set(key, [{ grant, power }]);
      }
  const take = (way: Way, account: SubjectKey): Holder[] => {
    return [`${way}/${namespaceOfKey(account)}`, `${way}/*`].flatMap((key) => {
      const list = lists.get(key) ?? [];
      lists.delete(key);
      return list;
    });
  };
  return { take };
}

/** The accounts that there are, who is in which group, and in which ways each can be taken. */
function accountsOf(index: ClusterIndex, grants: readonly Grant[]) {
  const running = new Set(
    index.workloads
      .filter((workload) => mountsToken(workload, index))
      .map((workload) => keyOfAccount(accountOf(workload))),
  );
  const inSecrets = new Set(
    index.ofKind("Secret").flatMap(({ object }) => {
      const name = recordOf(object.metadata.annotations)["kubernetes.io/service-account.name"];
      const isToken = object.type === "kubernetes.io/service-account-token" && typeof name === "string";
      return isToken ? [keyOfAccount({ namespace: namespaceOf(object), name })] : [];
    }),
  );
  const objects = index
    .ofKind("ServiceAccount")
    .map(({ object }) => keyOfAccount({ namespace: namespaceOf(object), name: object.metadata.name }));
  const named = grants.map(({ subject }) => subject).filter((subject) => subject.startsWith("ServiceAccount:"));
  const all = new Set<SubjectKey>([...objects, ...named, ...running]);
  const byNamespace = Map.groupBy(all, namespaceOfKey);
  return {
    membersOf: (group: SubjectKey): readonly SubjectKey[] => {
      const [, of, namespace] = /^Group:system:(serviceaccounts|authenticated)(?::(.+))?$/.exec(group) ?? [];
      if (of === undefined) return [];
      return namespace === undefined ? [...all] : (byNamespace.get(namespace) ?? []);
    },
    waysTo: (account: SubjectKey): Way[] => [
      ...(all.has(account) ? (["any"] as const) : []),
      ...(running.has(account) ? (["running"] as const) : []),
      ...(inSecrets.has(account) ? (["secret"] as const) : []),
    ],
  };
}

/** "shop" of "ServiceAccount:shop/web". */
function namespaceOfKey(account: SubjectKey): string {
  return account.slice(account.indexOf(":") + 1).split("/")[0] ?? "";
}

/** Longer ways are real, but nobody reads them to the end. */
const MOST_STEPS = 3;

/** `may create pods in ops (RoleBinding "ops/dev"), so become ServiceAccount "ops/operator", which may …`. */
export function pathInWords(path: readonly Step[]): string {
  const shown = path.slice(0, MOST_STEPS).map(({ grant, power, becomes }) => {
    const where = grant.namespace === null ? "everywhere" : `in ${grant.namespace}`;
    const then = becomes === null ? "" : `, so become ${subjectInWords(becomes)}`;
    return `may ${powersInWords([power])} ${where} (${bindingInWords(grant)})${then}`;
  });
  const more = path.length - shown.length;
  return `${shown.join(", which ")}${more > 0 ? `, and so on in ${more} more steps` : ""}`;
}
