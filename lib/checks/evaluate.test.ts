import { describe, expect, test } from "vitest";
import { buildClusterIndex } from "#lib/kubernetes/build-cluster-index.ts";
import type { KubernetesObject, LocatedObject } from "#lib/kubernetes/object.ts";
import {
  type Check,
  CLUSTER_REF,
  EVERY_ROLE,
  NOT_APPLICABLE,
  notAssessable,
  PASS,
  RUNNING_ROLES,
  type Verdict,
} from "./check.ts";
import { evaluate } from "./evaluate.ts";

const TEXT = {
  id: "a-check",
  title: "A fault",
  severity: "high",
  layer: "container",
  dimension: "security",
  concern: "no-privileged-users",
  references: [],
  why: "",
  seeByHand: "",
  fix: "",
  before: "",
  after: "",
} as const;

type Look = Check extends infer Each
  ? Each extends Check
    ? Omit<Each, keyof typeof TEXT | "escalatesTo">
    : never
  : never;
const check = (look: Look): Check => ({ ...TEXT, ...look }) as Check;

function located(kind: string, name: string, more: object = {}, line = 1): LocatedObject {
  const object = { apiVersion: "v1", kind, metadata: { name }, ...more } as KubernetesObject;
  return { object, at: { path: "a.yaml", document: 1, line } };
}
const run = (look: Look, ...objects: LocatedObject[]) => evaluate(buildClusterIndex(objects), [check(look)]);
const pods = [
  located(
    "Pod",
    "web",
    { spec: { initContainers: [{ name: "wait" }], containers: [{ name: "web" }, { name: "side" }] } },
    7,
  ),
  located("Pod", "empty", { spec: {} }, 9),
];

describe("a look at containers", () => {
  const faultIn = (bad: string, otherwise: Verdict = PASS): Look => ({
    of: "container",
    roles: EVERY_ROLE,
    look: ({ container }) =>
      container.name === bad ? [{ field: "securityContext.privileged", message: `${bad} is bad` }] : otherwise,
  });

  test("gathers faults on the workload, under the container's own path", () => {
    const { results, tallies } = run(faultIn("side"), ...pods);
    expect(results).toEqual([
      {
        check: "a-check",
        outcome: "fail",
        severity: "high",
        layer: "container",
        dimension: "security",
        concern: "no-privileged-users",
        resource: { apiVersion: "v1", kind: "Pod", name: "web" },
        field: "spec.containers[1].securityContext.privileged",
        message: "side is bad",
        at: { path: "a.yaml", document: 1, line: 7 },
      },
    ]);
    expect(tallies).toEqual([{ check: "a-check", fail: 1, pass: 0, notAssessable: 0 }]);
  });

  test("visits only the roles that the check names", () => {
    const seen: string[] = [];
    run(
      {
        of: "container",
        roles: RUNNING_ROLES,
        look: ({ container }) => {
          seen.push(container.name);
          return PASS;
        },
      },
      ...pods,
    );
    expect(seen).toEqual(["web", "side"]);
  });

  test("passes once for the workload, and leaves no trace where nothing applies", () => {
    expect(
      run(faultIn("none"), ...pods).results.map(({ outcome, resource, field }) => [outcome, resource.name, field]),
    ).toEqual([["pass", "web", ""]]);
    expect(run(faultIn("none", NOT_APPLICABLE), ...pods)).toEqual({
      results: [],
      tallies: [{ check: "a-check", fail: 0, pass: 0, notAssessable: 0 }],
    });
  });

  test("a fault outweighs doubt, and doubt a pass", () => {
    expect(run(faultIn("side", notAssessable("cannot tell")), ...pods).results.map(({ outcome }) => outcome)).toEqual([
      "fail",
    ]);
    const look: Look = {
      of: "container",
      roles: EVERY_ROLE,
      look: ({ container }) => (container.name === "web" ? notAssessable("cannot tell") : PASS),
    };
    const { results, tallies } = run(look, ...pods);
    expect(results).toMatchObject([{ outcome: "not-assessable", message: "cannot tell", field: "" }]);
    expect(tallies).toEqual([{ check: "a-check", fail: 0, pass: 0, notAssessable: 1, reason: "cannot tell" }]);
  });
});

describe("a check that throws", () => {
  const broken = () => {
    throw new TypeError("no such field");
  };

  test.each<[string, Look]>([
    ["on a container", { of: "container", roles: EVERY_ROLE, look: broken }],
    ["on a workload", { of: "workload", look: broken }],
    ["on an object", { of: "object", kinds: ["Pod"], look: broken }],
    ["on a namespace", { of: "namespace", look: broken }],
    ["on the cluster", { of: "cluster", look: broken }],
  ])("%s could not decide: never a pass, and never the end of the scan", (_, look) => {
    const { results } = run(look, ...pods, located("Namespace", "shop"));
    expect(results.length).toBeGreaterThan(0);
    expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(["not-assessable"]));
    expect(results[0]?.message).not.toBe("");
  });

  test("on one container does not hide the faults of another", () => {
    const look: Look = {
      of: "container",
      roles: EVERY_ROLE,
      look: ({ container }) => (container.name === "web" ? broken() : [{ field: "image", message: "bad" }]),
    };
    expect(run(look, ...pods).results.map(({ outcome }) => outcome)).toEqual(["fail", "fail"]);
  });
});

describe("other looks", () => {
  test("at objects of some kinds, with paths from their root", () => {
    const { results, tallies } = run(
      {
        of: "object",
        kinds: ["Service", "Ingress"],
        look: ({ object }) =>
          object.kind === "Service"
            ? [
                { field: "spec.type", message: "bad" },
                { field: "spec.ports", message: "bad too" },
              ]
            : PASS,
      },
      located("Service", "a"),
      located("Ingress", "b"),
      located("Pod", "c"),
    );
    expect(results.map(({ outcome, resource, field }) => [outcome, resource.kind, field])).toEqual([
      ["fail", "Service", "spec.type"],
      ["fail", "Service", "spec.ports"],
      ["pass", "Ingress", ""],
    ]);
    expect(tallies).toMatchObject([{ fail: 1, pass: 1 }]);
  });

  test("at namespaces, also those that only their objects name", () => {
    const { results } = run(
      { of: "namespace", look: (name) => [{ field: "metadata.labels", message: name }] },
      located("Namespace", "shop", {}, 4),
      located("Pod", "a", { metadata: { name: "a", namespace: "bank" } }),
    );
    expect(results.map(({ resource, at }) => [resource, at])).toEqual([
      [{ apiVersion: "v1", kind: "Namespace", name: "bank" }, { path: "" }],
      [
        { apiVersion: "v1", kind: "Namespace", name: "shop" },
        { path: "a.yaml", document: 1, line: 4 },
      ],
    ]);
  });

  test("at the whole cluster: once, or at the objects that show the fault", () => {
    const on = located("Pod", "kube-apiserver", { metadata: { name: "kube-apiserver", namespace: "kube-system" } }, 3);
    expect(run({ of: "cluster", look: () => PASS }).results).toMatchObject([
      { outcome: "pass", resource: CLUSTER_REF },
    ]);
    const { results, tallies } = run(
      {
        of: "cluster",
        look: () => [
          { field: "", message: "missing" },
          { on, field: "spec.a", message: "one" },
          { on, field: "spec.b", message: "two" },
        ],
      },
      on,
    );
    expect(results.map(({ resource, field, at }) => [resource.name, field, at.line])).toEqual([
      ["cluster", "", undefined],
      ["kube-apiserver", "spec.a", 3],
      ["kube-apiserver", "spec.b", 3],
    ]);
    expect(tallies).toMatchObject([{ fail: 2 }]);
  });
});

test("a fault stands at the line of its field where that is known, else at its object", () => {
  const withLines: LocatedObject = {
    ...located("Pod", "a", { spec: { containers: [{ name: "x" }] } }, 10),
    lineOf: (field) => (field.endsWith("image") ? 14 : undefined),
  };
  const look: Look = {
    of: "container",
    roles: EVERY_ROLE,
    look: () => [
      { field: "image", message: "" },
      { field: "other", message: "" },
    ],
  };
  expect(run(look, withLines).results.map(({ at }) => at)).toEqual([
    { path: "a.yaml", document: 1, line: 14 },
    { path: "a.yaml", document: 1, line: 10 },
  ]);
  expect(withLines.at.line).toBe(10);
});
