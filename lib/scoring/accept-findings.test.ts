import { expect, test } from "vitest";
import { catalogOf, controlOf } from "#lib/evidence/catalog.fixture.ts";
import { acceptFindings, isWhollyAccepted } from "./accept-findings.ts";
import { profileOf, verdict, verdictsOf } from "./card.fixture.ts";
import { findFindings } from "./find-findings.ts";

const catalog = catalogOf([controlOf("hosts"), controlOf("other")]);
const findings = findFindings(
  catalog,
  profileOf(),
  verdictsOf(catalog, { hosts: verdict("hosts", { maturity: 1, affected: 2, lookedAt: 9 }), other: 0 }),
);

test("nothing but the mark changes: risk, maturity and every other finding stay", () => {
  const marked = acceptFindings(findings, new Map([["hosts", { resources: 1, until: "2027-01-31" }]]));
  expect(marked.map(({ accepted: _, ...rest }) => rest)).toEqual(findings);
  expect(marked.filter(({ accepted }) => accepted).map(({ control }) => control)).toEqual(["hosts"]);
});

test("a finding is wholly accepted when all that fails is, and never when nothing was seen to fail", () => {
  const accepted = { resources: 2, until: "2027-01-31" };
  expect(isWhollyAccepted({ affected: 2, accepted })).toBe(true);
  expect(isWhollyAccepted({ affected: 3, accepted })).toBe(false);
  expect(isWhollyAccepted({ affected: 0, accepted })).toBe(false);
  expect(isWhollyAccepted({ affected: 2 })).toBe(false);
});
