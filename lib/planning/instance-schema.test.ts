import { expect, test } from "vitest";
import { readInstance } from "./instance-schema.ts";

const item = {
  id: "a",
  layer: "cloud",
  risk: 1,
  effort: { platform: 1 },
  after: [],
  earliest: 1,
  latest: 4,
  pin: null,
};
const valid = { quarters: 4, capacity: { platform: [1, 2, 3, 4] }, initiatives: [item] };
const withItem = (change: object) => ({ ...valid, initiatives: [{ ...item, ...change }] });
const wrong = (value: unknown) => {
  const read = readInstance(value);
  return "wrong" in read ? read.wrong : [];
};

test("the contract's own example is read as it stands", () => {
  expect(readInstance(valid)).toEqual({ instance: valid });
});

test("what may be left out is left out", () => {
  const { after, earliest, latest, pin, ...bare } = item;
  expect(readInstance({ ...valid, initiatives: [bare] })).toEqual({
    instance: { ...valid, initiatives: [{ ...bare, after: [], earliest: 1, latest: 4, pin: null }] },
  });
  expect([after, earliest, latest, pin]).toEqual([[], 1, 4, null]);
});

test.each([
  ["no object", null, "the instance is not an object"],
  ["no quarters", { ...valid, quarters: undefined }, "quarters is missing"],
  ["half a quarter", { ...valid, quarters: 1.5 }, "quarters is not a whole number"],
  ["no capacity", { ...valid, capacity: undefined }, "capacity is missing"],
  [
    "capacity of too few quarters",
    { ...valid, capacity: { platform: [1, 2, 3] } },
    'the capacity of "platform" has 3 quarters where the plan has 4',
  ],
  ["negative capacity", { ...valid, capacity: { platform: [1, 2, -3, 4] } }, "capacity.platform.2 is below 0"],
  [
    "a skill that nobody has",
    withItem({ effort: { security: 2 } }),
    'initiative "a" needs "security", which has no capacity',
  ],
  ["negative effort", withItem({ effort: { platform: -1 } }), 'initiative "a": effort.platform is below 0'],
  ["risk as text", withItem({ risk: "much" }), 'initiative "a": risk is not a number'],
  ["risk NaN", withItem({ risk: Number.NaN }), 'initiative "a": risk is not a number'],
  ["risk infinite", withItem({ risk: Number.POSITIVE_INFINITY }), 'initiative "a": risk is not a number'],
  ["no risk", withItem({ risk: undefined }), 'initiative "a": risk is missing'],
  ["negative risk", withItem({ risk: -1 }), 'initiative "a": risk is below 0'],
  ["no such layer", withItem({ layer: "network" }), 'initiative "a": layer is none of cloud, cluster, container, code'],
  ["an unknown prerequisite", withItem({ after: ["b"] }), 'initiative "a" comes after "b", which is not there'],
  ["a pin outside the year", withItem({ pin: 5 }), 'initiative "a": pin is quarter 5 of 4'],
  ["a quarter 0", withItem({ earliest: 0 }), 'initiative "a": earliest is below quarter 1'],
  ["an id twice", { ...valid, initiatives: [item, item] }, 'the id "a" stands twice'],
  ["no id", withItem({ id: "" }), "initiative 1: id is empty"],
])("%s is refused by name", (_, value, message) => {
  expect(wrong(value)).toContain(message);
});

test("a ring of prerequisites is shown as a ring", () => {
  const ring = ["a", "b", "c"].map((id, i, all) => ({ ...item, id, after: [all[(i + 1) % 3] ?? ""] }));
  expect(wrong({ ...valid, initiatives: ring })).toEqual(["these wait for each other: a after b after c after a"]);
  expect(wrong(withItem({ after: ["a"] }))).toContain('initiative "a" comes after itself');
});

test("a chain of thousands is no ring and no trouble", () => {
  const chain = Array.from({ length: 4_000 }, (_, i) => ({
    ...item,
    id: `i${i}`,
    after: i === 0 ? [] : [`i${i - 1}`],
  }));
  expect(wrong({ ...valid, initiatives: chain })).toEqual([]);
});
