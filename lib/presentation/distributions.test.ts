import { describe, expect, it } from "vitest";
import { DISTRIBUTIONS } from "#lib/contracts/inputs.ts";
import { sayDistribution } from "./distributions.ts";

describe("names of distributions", () => {
  it("say what is stored in people's words, and keep what nobody knows", () => {
    expect([sayDistribution("eks"), sayDistribution("kubeadm"), sayDistribution("talos")]).toEqual([
      "Amazon EKS",
      "kubeadm",
      "talos",
    ]);
    expect(DISTRIBUTIONS.filter((id) => sayDistribution(id) === "")).toEqual(["other"]);
  });
});
