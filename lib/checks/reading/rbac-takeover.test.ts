import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildClusterIndex } from "#lib/kubernetes/build-cluster-index.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { grantsOf, grantsOfAccount, type SubjectKey, whoCan } from "./rbac-graph.ts";
import { pathInWords, pathToAdmin } from "./rbac-takeover.ts";

const RBAC = "rbac.authorization.k8s.io/v1";

function indexOf(objects: readonly KubernetesObject[]) {
  return buildClusterIndex(objects.map((object) => ({ object, at: { path: "rbac.yaml" } })));
}

function role(name: string, resources: string[], verbs: string[], namespace?: string): KubernetesObject {
  const rules = [{ apiGroups: [""], resources, verbs }];
  return { apiVersion: RBAC, kind: namespace ? "Role" : "ClusterRole", metadata: { name, namespace }, rules };
}

function binding(name: string, of: string, subject: object, namespace?: string): KubernetesObject {
  const kind = namespace ? "RoleBinding" : "ClusterRoleBinding";
  const roleRef = { kind: "ClusterRole", name: of };
  return { apiVersion: RBAC, kind, metadata: { name, namespace }, roleRef, subjects: [subject] };
}

function account(namespace: string, name: string) {
  return { kind: "ServiceAccount", namespace, name };
}

describe("the graph of rights", () => {
  const index = indexOf([
    role("reader", ["secrets"], ["list"]),
    binding("by-name", "reader", { kind: "User", name: "system:serviceaccount:shop:web" }, "shop"),
    binding("by-group", "reader", { kind: "Group", name: "system:serviceaccounts:shop" }),
    binding("jane", "cluster-admin", { kind: "User", name: "jane" }),
  ]);

  test("finds an account by its name as a user and by its groups", () => {
    const grants = grantsOfAccount(index, { namespace: "shop", name: "web" });
    expect(grants.map(({ binding: { object }, namespace }) => [object.metadata.name, namespace])).toEqual([
      ["by-name", "shop"],
      ["by-group", null],
    ]);
    expect(grantsOfAccount(index, { namespace: "other", name: "web" })).toEqual([]);
  });

  test("tells who has a power, administrators included", () => {
    const subjects = whoCan(index, "read-secrets").map(({ subject }) => subject);
    expect(subjects.sort()).toEqual(["Group:system:serviceaccounts:shop", "ServiceAccount:shop/web", "User:jane"]);
    expect(whoCan(index, "create-pods").map(({ subject }) => subject)).toEqual(["User:jane"]);
  });

  test("a power over what belongs to no namespace is none within one", () => {
    const within = indexOf([
      role("proxy", ["nodes/proxy", "users"], ["get", "impersonate"]),
      binding("dev", "proxy", { kind: "Group", name: "dev" }, "shop"),
    ]);
    expect(grantsOf(within, "Group:dev").map(({ powers }) => powers)).toEqual([[]]);
  });
});

describe("the way to the whole cluster", () => {
  const admin = binding("operator", "cluster-admin", account("ops", "operator"));

  test("leads by pods in the namespace of a stronger account", () => {
    const index = indexOf([
      admin,
      role("starter", ["pods"], ["create"]),
      binding("dev", "starter", { kind: "User", name: "jane" }, "ops"),
    ]);
    const path = pathToAdmin(index, "User:jane") ?? [];
    expect(path.map(({ power, becomes }) => [power, becomes])).toEqual([
      ["create-pods", "ServiceAccount:ops/operator"],
      ["everything", null],
    ]);
    expect(pathInWords(path)).toBe(
      'may create pods in ops (RoleBinding "ops/dev"), so become ServiceAccount "ops/operator", ' +
        'which may do everything everywhere (ClusterRoleBinding "operator")',
    );
  });

  test("leads by Secrets only where a lasting token lies in one", () => {
    const reader = [
      admin,
      role("reader", ["secrets"], ["get"]),
      binding("dev", "reader", { kind: "User", name: "jane" }, "ops"),
    ];
    const token = {
      apiVersion: "v1",
      kind: "Secret",
      metadata: { name: "t", namespace: "ops", annotations: { "kubernetes.io/service-account.name": "operator" } },
      type: "kubernetes.io/service-account-token",
    };
    expect(pathToAdmin(indexOf(reader), "User:jane")).toBeNull();
    expect(pathToAdmin(indexOf([...reader, token]), "User:jane")).toHaveLength(2);
  });

  test("leads into running pods only where they hold the token", () => {
    const exec = [
      admin,
      role("exec", ["pods/exec"], ["create"]),
      binding("dev", "exec", { kind: "User", name: "jane" }, "ops"),
    ];
    const pod = (spec: object) => ({ apiVersion: "v1", kind: "Pod", metadata: { name: "o", namespace: "ops" }, spec });
    const without = pod({ serviceAccountName: "operator", automountServiceAccountToken: false });
    expect(pathToAdmin(indexOf([...exec, without]), "User:jane")).toBeNull();
    expect(pathToAdmin(indexOf([...exec, pod({ serviceAccountName: "operator" })]), "User:jane")).toHaveLength(2);
  });

  // What is found backwards from the administrators is what a patient search forwards finds.
  test("is found wherever there is one", () => {
    const namespaces = ["a", "b", "c"];
    const power = fc.constantFrom("starter", "minter", "cluster-admin", "harmless");
    const subject = fc.oneof(
      fc.record({ namespace: fc.constantFrom(...namespaces), name: fc.constantFrom("x", "y") }).map((one) => ({
        ...one,
        kind: "ServiceAccount",
      })),
      fc.constantFrom(...namespaces).map((name) => ({ kind: "Group", name: `system:serviceaccounts:${name}` })),
    );
    const where = fc.constantFrom(undefined, undefined, ...namespaces);
    const bindings = fc.array(fc.record({ power, subject, where }), { maxLength: 7 });
    fc.assert(
      fc.property(bindings, (many) => {
        const index = indexOf([
          role("starter", ["pods"], ["create"]),
          role("minter", ["serviceaccounts/token"], ["create"]),
          role("harmless", ["configmaps"], ["get"]),
          ...["a", "b", "c"].flatMap((namespace) =>
            ["x", "y"].map((name) => ({ apiVersion: "v1", kind: "ServiceAccount", metadata: { name, namespace } })),
          ),
          ...many.map((one, at) => binding(`b${at}`, one.power, one.subject, one.where)),
        ]);
        for (const namespace of namespaces)
          for (const name of ["x", "y"]) {
            const found = pathToAdmin(index, `ServiceAccount:${namespace}/${name}` as SubjectKey) !== null;
            expect(found).toBe(reaches(many, `${namespace}/${name}`));
          }
      }),
      { numRuns: 300, seed: 20_261_123 },
    );
  });
});

type Bound = { power: string; subject: { kind: string; namespace?: string; name: string }; where: string | undefined };

function reaches(bindings: readonly Bound[], start: string): boolean {
  const seen = new Set([start]);
  for (const at of seen) {
    for (const { power, subject, where } of bindings) {
      const [namespace] = at.split("/");
      const isMine =
        subject.kind === "Group"
          ? subject.name === `system:serviceaccounts:${namespace}`
          : `${subject.namespace}/${subject.name}` === at;
      if (!isMine || power === "harmless") continue;
      if (power === "cluster-admin" && where === undefined) return true;
      for (const other of where === undefined ? ["a", "b", "c"] : [where])
        for (const name of ["x", "y"]) seen.add(`${other}/${name}`);
    }
  }
  return false;
}
