import { describe, expect, test } from "vitest";
import { containersOf } from "./containers.ts";
import type { KubernetesObject, LocatedObject } from "./object.ts";
import { foldWorkloads } from "./workloads.ts";

type Owner = { kind: string; name: string; controller?: boolean; apiVersion?: string };

function object(
  kind: string,
  name: string,
  more: { owner?: Owner; spec?: unknown; apiVersion?: string } = {},
): LocatedObject {
  const { owner, spec, apiVersion } = more;
  const groups: Record<string, string> = {
    Deployment: "apps/v1",
    ReplicaSet: "apps/v1",
    Job: "batch/v1",
    CronJob: "batch/v1",
  };
  const made: KubernetesObject = {
    apiVersion: apiVersion ?? groups[kind] ?? "v1",
    kind,
    metadata: { name, namespace: "shop", ...(owner ? { ownerReferences: [owner] } : {}) },
    spec,
  };
  return { object: made, at: { path: `${kind}-${name}.yaml` } };
}

const fold = (...objects: LocatedObject[]) => foldWorkloads(objects);
const names = (...objects: LocatedObject[]) => fold(...objects).workloads.map(({ ref }) => `${ref.kind} ${ref.name}`);
const template = (containers: unknown[] = [{ name: "web" }]) => ({
  template: { metadata: { labels: { app: "web" } }, spec: { containers } },
});

describe("what another object owns is folded into it", () => {
  const chain = [
    object("Pod", "web-1-a", { owner: { kind: "ReplicaSet", name: "web-1", controller: true } }),
    object("Pod", "web-1-b", { owner: { kind: "ReplicaSet", name: "web-1", controller: true } }),
    object("ReplicaSet", "web-1", { owner: { kind: "Deployment", name: "web" } }),
    object("Deployment", "web", { spec: { replicas: 2, ...template() } }),
  ];

  test("a pod into the Deployment above its ReplicaSet, in any order", () => {
    for (const order of [chain, chain.toReversed(), [chain[2], chain[0], chain[3], chain[1]]]) {
      const { workloads, podsOf } = fold(...(order as LocatedObject[]));
      expect(workloads).toHaveLength(1);
      expect(workloads[0]).toMatchObject({
        ref: { kind: "Deployment", name: "web", namespace: "shop" },
        replicas: 2,
        podField: "spec.template.spec",
        podMetadata: { labels: { app: "web" } },
      });
      expect(
        workloads[0] &&
          podsOf
            .get(workloads[0])
            ?.map(({ metadata }) => metadata.name)
            .sort(),
      ).toEqual(["web-1-a", "web-1-b"]);
    }
  });

  test("a Job into its CronJob, whose template lies deeper", () => {
    const cron = object("CronJob", "nightly", { spec: { jobTemplate: { spec: template([{ name: "dump" }]) } } });
    const { workloads } = fold(
      object("Job", "nightly-1", { owner: { kind: "CronJob", name: "nightly" }, spec: template() }),
      cron,
    );
    expect(
      workloads.map(({ ref, podField, pod, replicas }) => [ref.kind, podField, pod.containers?.[0]?.name, replicas]),
    ).toEqual([["CronJob", "spec.jobTemplate.spec.template.spec", "dump", null]]);
  });

  test("replicas of one absent owner are one workload of its name, shown by the first of them", () => {
    const owner = { apiVersion: "apps/v1", kind: "ReplicaSet", name: "web-1" };
    const { workloads, podsOf } = fold(
      object("Pod", "b", { owner, spec: { containers: [] } }),
      object("Pod", "c", { owner }),
    );
    expect(workloads).toMatchObject([
      {
        ref: { apiVersion: "apps/v1", kind: "ReplicaSet", name: "web-1" },
        podField: "spec",
        at: { path: "Pod-b.yaml" },
      },
    ]);
    expect(workloads[0] && podsOf.get(workloads[0])).toHaveLength(2);
  });

  test("a node or an operator's resource above a pod does not stand for it", () => {
    expect(
      names(
        object("Pod", "etcd-node1", { owner: { kind: "Node", name: "node1" } }),
        object("Pod", "kafka-0", { owner: { kind: "StrimziPodSet", name: "kafka" } }),
      ),
    ).toEqual(["Pod etcd-node1", "Pod kafka-0"]);
  });

  test("owners in a ring, owners of themselves and owners without a name end", () => {
    expect(
      names(
        object("ReplicaSet", "a", { owner: { kind: "ReplicaSet", name: "b" } }),
        object("ReplicaSet", "b", { owner: { kind: "ReplicaSet", name: "a" } }),
      ).length,
    ).toBeGreaterThan(0);
    expect(names(object("ReplicaSet", "a", { owner: { kind: "ReplicaSet", name: "a" } }))).toEqual(["ReplicaSet a"]);
    expect(names(object("Pod", "a", { owner: {} as Owner }))).toEqual(["Pod a"]);
  });

  test("two manifests of one name, from two folders, are both looked at", () => {
    expect(
      names(object("Deployment", "web", { spec: template() }), object("Deployment", "web", { spec: template() })),
    ).toEqual(["Deployment web", "Deployment web"]);
  });

  test("a pod that somebody debugs also stands for itself, with that container alone", () => {
    const debugged = object("Pod", "web-1-a", {
      owner: { kind: "Deployment", name: "web" },
      spec: { containers: [{ name: "web" }], ephemeralContainers: [{ name: "debugger" }] },
    });
    const { workloads } = fold(object("Deployment", "web", { spec: template() }), debugged);
    expect(
      workloads.map((workload) => [
        workload.ref.kind,
        containersOf(workload).map(({ container, field }) => `${container.name} ${field}`),
      ]),
    ).toEqual([
      ["Deployment", ["web spec.template.spec.containers[0]"]],
      ["Pod", ["debugger spec.ephemeralContainers[0]"]],
    ]);
  });

  test("a kind of the same name from elsewhere counts when it carries a pod there too", () => {
    expect(names(object("Job", "a", { apiVersion: "batch.volcano.sh/v1alpha1", spec: { tasks: [] } }))).toEqual([]);
    expect(names(object("StatefulSet", "a", { apiVersion: "apps.kruise.io/v1beta1", spec: template() }))).toEqual([
      "StatefulSet a",
    ]);
  });
});

test("every container is visited once, with its role and its field", () => {
  const spec = {
    containers: [{ name: "web" }, null, { name: "side" }],
    initContainers: [{ name: "wait" }, { name: "proxy", restartPolicy: "Always" }],
    ephemeralContainers: [{ name: "debug" }],
  };
  const [workload] = fold(object("Pod", "a", { spec })).workloads;
  expect(workload && containersOf(workload).map(({ container, role, field }) => [container.name, role, field])).toEqual(
    [
      ["wait", "init", "spec.initContainers[0]"],
      ["proxy", "sidecar", "spec.initContainers[1]"],
      ["web", "container", "spec.containers[0]"],
      ["side", "container", "spec.containers[2]"],
      ["debug", "ephemeral", "spec.ephemeralContainers[0]"],
    ],
  );
});

test("ten thousand pods of one owner are folded in no time", () => {
  const pods = Array.from({ length: 10_000 }, (_, at) =>
    object("Pod", `p-${at}`, { owner: { kind: "Deployment", name: "web" } }),
  );
  const begun = process.cpuUsage().user;
  expect(fold(...pods).workloads).toHaveLength(1);
  expect((process.cpuUsage().user - begun) / 1_000).toBeLessThan(1_500);
});
