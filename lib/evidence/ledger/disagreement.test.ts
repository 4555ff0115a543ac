import { expect, test } from "vitest";
import type { Maturity } from "#lib/catalog/framework.ts";
import type { ClusterVerdicts, ControlVerdict } from "../evidence.ts";
import { findDisagreements } from "./disagreement.ts";

const verdict = (claimed: Maturity, seen: Maturity | null): ControlVerdict => ({
  control: "no-root",
  maturity: seen ?? claimed,
  applicable: true,
  because: "",
  decidedBy: seen === null ? "attested" : "observed",
  evidence: [],
  seen,
  contradiction:
    seen === null || seen === claimed
      ? null
      : { control: "no-root", claimed, seen, sentence: `${claimed} is not ${seen}` },
  affected: 0,
  lookedAt: 0,
});
const on = (clusterId: string, claimed: Maturity, seen: Maturity | null): ClusterVerdicts => ({
  clusterId,
  clusterName: clusterId.toUpperCase(),
  verdicts: [verdict(claimed, seen)],
});
const where = (...clusters: ClusterVerdicts[]) => findDisagreements(clusters).map(({ clusterId }) => clusterId);

test("a claim that is too high is a contradiction on each cluster that shows less", () => {
  expect(where(on("a", 3, 1), on("b", 3, 3), on("c", 3, 2))).toEqual(["a", "c"]);
});

test("a claim that is too low is one only where no cluster shows as little", () => {
  expect(where(on("a", 1, 3), on("b", 1, 2))).toEqual(["a", "b"]);
  expect(where(on("a", 1, 3), on("b", 1, 1))).toEqual([]);
  expect(where(on("a", 2, 3), on("b", 2, 1))).toEqual(["b"]);
});

test("a cluster on which nothing was seen says nothing", () => {
  expect(where(on("a", 1, 3), on("b", 1, null))).toEqual(["a"]);
});
