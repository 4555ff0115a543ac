import { expect, test } from "vitest";
import { PROBED_KINDS as JUDGED, settingsOf } from "#lib/checks/settings.ts";
import { ChangedScanSettings, PROBED_KINDS } from "./inputs.ts";

const CLUSTER = "5d3f6e0a-6a51-4c1c-9d58-2f8f1b1c0a11";
const whole = {
  cluster: CLUSTER,
  minReplicas: 3,
  probedKinds: ["Pod" as const],
  allowedRegistries: ["registry.example:5000/shop"],
  mostRequestedPercent: 80,
};

test("what people may set is what the checks know, and is read back as it was set", () => {
  expect(PROBED_KINDS).toEqual(JUDGED);
  const { cluster: _, ...settings } = ChangedScanSettings.parse(whole);
  expect(settingsOf(JSON.parse(JSON.stringify(settings)))).toEqual(settings);
});

test("thresholds beyond their bounds and registries that are none are refused", () => {
  for (const told of [
    { minReplicas: 1 },
    { minReplicas: 11 },
    { mostRequestedPercent: 49 },
    { allowedRegistries: ["https://registry.example"] },
    { allowedRegistries: ["*"] },
    { allowedRegistries: Array(101).fill("a") },
  ])
    expect(ChangedScanSettings.safeParse({ ...whole, ...told }).success).toBe(false);
});
