import { expect, test } from "vitest";
import { CATALOG } from "./catalog.ts";
import { CONDITIONAL_CONTROLS, leftOutOn, leftOutOnAll } from "./conditions.ts";

const WHOLE = { Node: 3, Pod: 40, Service: 9, ClusterRole: 60, StorageClass: 1 };
const cluster = (counts: Record<string, number> | null, distribution = "kubeadm", name = "harbor") => ({
  name,
  distribution,
  counts,
});

test("conditions speak of controls that exist, each once", () => {
  const known = new Set(CATALOG.controls.map(({ id }) => id));
  expect(CONDITIONAL_CONTROLS.filter((id) => !known.has(id))).toEqual([]);
  expect(new Set(CONDITIONAL_CONTROLS).size).toBe(CONDITIONAL_CONTROLS.length);
});

test("a provider's control plane is the provider's to keep; what the customer chooses is asked", () => {
  for (const provider of ["eks", "gke", "aks"]) {
    expect(leftOutOn(cluster(null, provider)).has("etcd-mutual-tls")).toBe(true);
    expect(leftOutOn(cluster(null, provider)).has("secrets-encrypted-in-etcd")).toBe(false);
  }
  expect(leftOutOn(cluster(null, "eks")).get("control-plane-survives-a-node")).toBe(
    "Not asked of harbor: EKS runs its control plane.",
  );
  expect(leftOutOn(cluster(null, "gke")).has("control-plane-survives-a-node")).toBe(false);
  expect(leftOutOn(cluster(null)).size).toBe(0);
});

test("without volumes nobody is asked about backups of volumes", () => {
  expect(leftOutOn(cluster(WHOLE)).get("backups-run-on-time")).toBe(
    "Not asked of harbor: it has no volumes, says its newest snapshot.",
  );
  expect(leftOutOn(cluster({ ...WHOLE, PersistentVolumeClaim: 1 })).has("backups-run-on-time")).toBe(false);
  expect(leftOutOn(cluster({ ...WHOLE, PersistentVolumeClaim: 0 })).has("backups-run-on-time")).toBe(true);
});

test("a kind that may only not have been collected leaves nothing out", () => {
  for (const kind of Object.keys(WHOLE)) {
    const { [kind as keyof typeof WHOLE]: _, ...rest } = WHOLE;
    expect(leftOutOn(cluster(rest)).size).toBe(0);
  }
});

test("of several clusters one is enough to be asked", () => {
  const [empty, managed] = [cluster(WHOLE), cluster({ ...WHOLE, PersistentVolume: 2 }, "eks", "quay")];
  expect([...leftOutOnAll([empty, managed]).keys()]).not.toContain("claims-are-bound");
  expect(leftOutOnAll([empty, managed]).has("etcd-mutual-tls")).toBe(false);
  expect(leftOutOnAll([managed, cluster(WHOLE, "gke")]).get("etcd-mutual-tls")).toBe(
    "Not asked of quay: EKS runs its control plane. Not asked of harbor: GKE runs its control plane.",
  );
  expect(leftOutOnAll([]).size).toBe(0);
});
