import { expect, test } from "vitest";
import { buildClusterIndex } from "#lib/kubernetes/build-cluster-index.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { isReferredTo, mayBeReadByApi } from "./references.ts";

const secret: KubernetesObject = { apiVersion: "v1", kind: "Secret", metadata: { name: "key", namespace: "shop" } };
const pod = (namespace: string, spec: unknown): KubernetesObject => ({
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "web", namespace },
  spec,
});
const index = (...objects: KubernetesObject[]) =>
  buildClusterIndex([secret, ...objects].map((object) => ({ object, at: { path: "all.yaml" } })));

test.each([
  ["a volume", { volumes: [{ name: "k", secret: { secretName: "key" } }] }],
  ["a variable", { containers: [{ name: "a", env: [{ name: "K", valueFrom: { secretKeyRef: { name: "key" } } }] }] }],
  ["a pull secret", { imagePullSecrets: [{ name: "key" }] }],
  ["a driver", { volumes: [{ name: "k", csi: { driver: "d", nodePublishSecretRef: { name: "key" } } }] }],
  ["a command line", { containers: [{ name: "a", args: ["--secret=shop/key"] }] }],
])("%s of a pod refers to a Secret", (_, spec) => {
  expect(isReferredTo(secret, index(pod("shop", spec)))).toBe(true);
});

test("the same name in another namespace, or within a longer word, is none", () => {
  const volume = {
    volumes: [{ name: "k", projected: { sources: [] } }],
    containers: [{ name: "a", args: ["--keys"] }],
  };
  expect(isReferredTo(secret, index(pod("shop", volume)))).toBe(false);
  const elsewhere = { containers: [{ name: "a", envFrom: [{ secretRef: { name: "key" } }] }] };
  expect(isReferredTo(secret, index(pod("other", elsewhere)))).toBe(false);
});

const role = (rule: object): KubernetesObject => ({
  apiVersion: "rbac.authorization.k8s.io/v1",
  kind: "ClusterRole",
  metadata: { name: "reader" },
  rules: [{ apiGroups: [""], ...rule }],
});
const binding = (kind: string, subject: object): KubernetesObject => ({
  apiVersion: "rbac.authorization.k8s.io/v1",
  kind,
  metadata: { name: "b", ...(kind === "RoleBinding" ? { namespace: "shop" } : {}) },
  roleRef: { kind: "ClusterRole", name: "reader" },
  subjects: [subject],
});
const account = (namespace: string) => ({ kind: "ServiceAccount", name: "web", namespace });
const reads = { resources: ["secrets"], verbs: ["get"] };

test("an account may read Secrets where it is bound, or where it lives when it is bound everywhere", () => {
  expect(mayBeReadByApi(secret, index(role(reads), binding("RoleBinding", account("other"))))).toBe(true);
  expect(mayBeReadByApi(secret, index(role(reads), binding("ClusterRoleBinding", account("shop"))))).toBe(true);
  expect(mayBeReadByApi(secret, index(role(reads), binding("ClusterRoleBinding", account("other"))))).toBe(false);
});

test("people, single names, writing and other resources do not count", () => {
  const bound = binding("RoleBinding", account("shop"));
  expect(mayBeReadByApi(secret, index(role(reads), binding("RoleBinding", { kind: "User", name: "a" })))).toBe(false);
  expect(mayBeReadByApi(secret, index(role({ ...reads, resourceNames: ["other"] }), bound))).toBe(false);
  expect(mayBeReadByApi(secret, index(role({ ...reads, verbs: ["create"] }), bound))).toBe(false);
  expect(mayBeReadByApi(secret, index(role({ ...reads, resources: ["configmaps"] }), bound))).toBe(false);
});
