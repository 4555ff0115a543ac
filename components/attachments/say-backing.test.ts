import { expect, test } from "vitest";
import type { EvidenceLine } from "./evidence-data.ts";
import { sayBacking } from "./say-backing.ts";

const view = { today: "2027-02-01", answerDays: 90 };
const item = (standing: EvidenceLine["standing"]) => ({ standing }) as EvidenceLine;

test("an answer says until when it counts and what is behind it", () => {
  const said = (items: EvidenceLine[], at = "2027-01-01T10:00:00Z") => sayBacking(at, items, view);
  expect(said([])).toBe("The answer counts until 1 Apr 2027; no evidence backs it yet.");
  expect(said([item("valid"), item("ended"), item("withdrawn")])).toBe(
    "The answer counts until 1 Apr 2027; backed by 1 piece of valid evidence.",
  );
  expect(said([item("ended"), item("withdrawn")])).toBe(
    "The answer counts until 1 Apr 2027; what backed it has ended.",
  );
  expect(said([item("valid"), item("valid")], "2026-10-01")).toBe(
    "The answer ended on 30 Dec 2026; backed by 2 pieces of valid evidence.",
  );
});

test("without an answer there is nothing to back", () => {
  expect(sayBacking(null, [item("valid")], view)).toBeNull();
});
