import { describe, expect, test } from "vitest";
import { CHECKS } from "#lib/checks/registry.ts";
import type { Result } from "#lib/checks/result.ts";
import { scan } from "#lib/checks/scan.ts";
import { readSnapshot, type Snapshot } from "./read-snapshot.ts";
import { type Files, PLAIN_POD, SHAPES, TEMPLATES } from "./shapes.fixture.ts";
import { isReadableName } from "./source-file.ts";

/** Checks that are led to pods and their containers. */
const ON_PODS = new Set(CHECKS.filter(({ of }) => of === "container" || of === "workload").map(({ id }) => id));

async function read(files: Files): Promise<Snapshot> {
  return readSnapshot(
    (async function* () {
      for (const [path, text] of Object.entries(files))
        if (isReadableName(path))
          yield {
            path,
            bytes: (async function* () {
              yield Buffer.from(text, text.startsWith("\ufeff") ? "utf16le" : "utf8");
            })(),
          };
    })(),
  );
}

async function resultsOf(...objects: object[]): Promise<Result[]> {
  return scan(await read({ "a.json": JSON.stringify(objects) }), CHECKS).results;
}

/** "privileged-container containers[0].securityContext.privileged", whatever the path to the pod is. */
const faultsIn = (results: readonly Result[]) =>
  results
    .filter(({ outcome, resource, check }) => outcome === "fail" && resource.name === "web" && ON_PODS.has(check))
    .map(
      ({ check, field }) => `${check} ${field.replace(/^(spec\.)?(jobTemplate\.spec\.)?(template\.)?(spec\.)?/, "")}`,
    );
const checksIn = (faults: readonly string[]) => [...new Set(faults.map((fault) => fault.split(" ")[0]))].sort();

const deployment = TEMPLATES[0]?.[1] ?? {};
const ONE_OFF = ["liveness-probe-missing", "readiness-probe-missing"];
const SPREAD = ["pdb-missing", "single-replica", "topology-spread-missing-or-invalid"];

/** What a kind has less, and more, than the same pod in a Deployment, and why. */
const DIFFERENCES: Readonly<Record<string, { less?: readonly string[]; more?: readonly string[] }>> = {
  // Nobody makes it anew, and nothing scales it.
  Pod: { less: SPREAD, more: ["naked-pod"] },
  PodTemplate: { less: SPREAD },
  StatefulSet: { more: ["stateful-data-on-emptydir-or-hostpath"] },
  // One on each node.
  DaemonSet: { less: [...SPREAD, "node-affinity-missing"] },
  // They end, and say what happens then.
  Job: { less: [...SPREAD, ...ONE_OFF], more: ["restart-policy-unset"] },
  CronJob: { less: [...SPREAD, ...ONE_OFF], more: ["restart-policy-unset"] },
};

describe("the same pod has the same faults, whatever makes it", () => {
  test.each([["Pod", PLAIN_POD] as const, ...TEMPLATES])("%s", async (kind, object) => {
    const own = checksIn(faultsIn(await resultsOf(object)));
    const usual = checksIn(faultsIn(await resultsOf(deployment)));
    const { less = [], more = [] } = DIFFERENCES[kind] ?? {};
    expect(usual.length).toBeGreaterThan(35);
    expect(own).toEqual([...usual.filter((check) => !less.includes(check ?? "")), ...more].sort());
  });
});

describe("the same Deployment has the same faults, however it is handed over", () => {
  test.each(SHAPES)("%s", async (_, files) => {
    const snapshot = await read(files);
    const { results, objects } = scan(snapshot, CHECKS);
    expect(faultsIn(results).sort()).toEqual(faultsIn(await resultsOf(deployment)).sort());
    expect(objects).toMatchObject({ Deployment: 1 });
    // Nothing in it keeps the portal from taking it.
    expect(snapshot.unreadable.filter(({ foreign }) => !foreign)).toEqual([]);
  });
});

describe("who answers for a pod", () => {
  const printed = (apiVersion: string, kind: string, name: string, owner: object | null, spec: object) => ({
    apiVersion,
    kind,
    metadata: {
      name,
      namespace: "shop",
      uid: `${kind}-${name}`,
      labels: { app: "web" },
      ...(owner ? { ownerReferences: [{ ...owner, controller: true }] } : {}),
    },
    spec,
  });
  const pod = (PLAIN_POD as { spec: object }).spec;
  const template = { metadata: { labels: { app: "web" } }, spec: pod };

  test.each([
    ["Deployment", "apps/v1", "ReplicaSet", "apps/v1"],
    ["Rollout", "argoproj.io/v1alpha1", "ReplicaSet", "apps/v1"],
    ["DeploymentConfig", "apps.openshift.io/v1", "ReplicationController", "v1"],
    ["CronJob", "batch/v1", "Job", "batch/v1"],
  ])("a pod below a %s is that one's, and the fault stands once", async (kind, version, below, versionBelow) => {
    const spec = kind === "CronJob" ? { jobTemplate: { spec: { template } } } : { template };
    const results = await resultsOf(
      printed("v1", "Pod", "web-1-a", { kind: below, name: "web-1" }, pod),
      printed("v1", "Pod", "web-1-b", { kind: below, name: "web-1" }, pod),
      printed(versionBelow, below, "web-1", { kind, name: "web" }, { template }),
      printed(version, kind, "web", null, spec),
    );
    const seen = results.filter(({ check, outcome }) => check === "host-pid" && outcome === "fail");
    expect(seen.map(({ resource }) => `${resource.kind} ${resource.name}`)).toEqual([`${kind} web`]);
  });
});

describe("containers of every kind", () => {
  const privileged = { name: "odd", image: "odd:1.2.3", securityContext: { privileged: true } };
  const plain = { name: "web", image: "web:1.2.3" };

  test.each([
    ["initContainers", privileged],
    ["initContainers", { ...privileged, restartPolicy: "Always" }],
    ["ephemeralContainers", privileged],
    ["containers", privileged],
  ])("one of %s that is privileged", async (list, container) => {
    const results = await resultsOf({ ...PLAIN_POD, spec: { containers: [plain], [list]: [container] } });
    const seen = results.filter(({ check, outcome }) => check === "privileged-container" && outcome === "fail");
    expect(seen.map(({ field }) => field)).toEqual([`spec.${list}[0].securityContext.privileged`]);
  });

  test("a pod of Windows is asked what Windows knows", async () => {
    const windows = {
      os: { name: "windows" },
      securityContext: { windowsOptions: { hostProcess: true } },
      hostNetwork: true,
      containers: [plain],
    };
    const results = await resultsOf({ ...PLAIN_POD, spec: windows });
    const failing = results.filter(({ outcome }) => outcome === "fail").map(({ check }) => check);
    expect(failing).toContain("host-process-windows");
    for (const check of [
      "seccomp-profile-missing",
      "capabilities-drop-all-missing",
      "privilege-escalation-allowed",
      "linux-hardening-missing",
    ])
      expect(failing).not.toContain(check);
    expect(failing).toContain("memory-limit-missing");
  });
});
