import { z } from "zod";
import { LAYERS } from "#lib/catalog/framework.ts";
import { findCycle } from "./find-cycle.ts";
import type { PlanInstance } from "./instance.ts";

/** More quarters than anybody plans, and few enough that no input can blow the model up. */
const MAX_QUARTERS = 40;
const MAX_INITIATIVES = 5_000;

const quantity = z.number("is not a number").min(0, "is below 0");
const quarter = z.int("is not a whole quarter").min(1, "is below quarter 1");
const item = z.object({
  id: z.string("is not a text").min(1, "is empty"),
  layer: z.enum(LAYERS, `is none of ${LAYERS.join(", ")}`),
  risk: quantity,
  effort: z.record(z.string(), quantity, "is not a table of person-days by skill").default({}),
  after: z.array(z.string("is not an id"), "is not a list of ids").default([]),
  earliest: quarter.default(1),
  latest: quarter.nullish(),
  pin: quarter.nullish(),
});
const instance = z.object({
  quarters: z.int("is not a whole number").min(1, "is below 1").max(MAX_QUARTERS, `is above ${MAX_QUARTERS}`),
  capacity: z.record(
    z.string(),
    z.array(quantity, "is not a list of person-days by quarter"),
    "is not a table of person-days by skill and quarter",
  ),
  initiatives: z.array(item, "is not a list").max(MAX_INITIATIVES, `holds more than ${MAX_INITIATIVES} initiatives`),
});
type Parsed = z.infer<typeof instance>;

/**
 * Reads a plan instance from foreign data (the plan command's JSON). `after`, `earliest`, `latest` and `pin` may be absent:
 * nothing comes before it, any quarter, no pin. Otherwise everything that is wrong with it, each in one line that names the
 * place.
 */
export function readInstance(value: unknown): { instance: PlanInstance } | { wrong: string[] } {
  const parsed = instance.safeParse(value);
  if (!parsed.success) return { wrong: parsed.error.issues.map((issue) => sayIssue(issue, value)) };
  const wrong = [...wrongIds(parsed.data), ...wrongCapacity(parsed.data), ...wrongQuarters(parsed.data)];
  if (wrong.length > 0) return { wrong };
  const cycle = findCycle(parsed.data.initiatives);
  if (cycle) return { wrong: [`these wait for each other: ${[...cycle, cycle[0]].join(" after ")}`] };
  return { instance: toPlanInstance(parsed.data) };
}

function toPlanInstance({ quarters, capacity, initiatives }: Parsed): PlanInstance {
  return {
    quarters,
    capacity,
    initiatives: initiatives.map((one) => ({ ...one, latest: one.latest ?? quarters, pin: one.pin ?? null })),
  };
}

function sayIssue(issue: z.core.$ZodIssue, value: unknown): string {
  const [top, index, ...rest] = issue.path;
  if (top === undefined) return "the instance is not an object";
  if (top !== "initiatives" || typeof index !== "number") return `${issue.path.join(".")} ${saying(issue, value)}`;
  const id = (value as { initiatives: { id?: unknown }[] }).initiatives[index]?.id;
  const name = typeof id === "string" && id !== "" ? `initiative "${id}"` : `initiative ${index + 1}`;
  return rest.length === 0 ? `${name} ${saying(issue, value)}` : `${name}: ${rest.join(".")} ${saying(issue, value)}`;
}

function saying(issue: z.core.$ZodIssue, value: unknown): string {
  if (isMissing(issue.path, value)) return "is missing";
  return issue.message.startsWith("is ") || issue.message.startsWith("holds ")
    ? issue.message
    : "is not what it should be";
}

function isMissing(path: readonly PropertyKey[], value: unknown): boolean {
  let at = value;
  for (const step of path) at = (at as Record<PropertyKey, unknown> | null | undefined)?.[step];
  return at === undefined;
}

function wrongIds({ initiatives }: Parsed): string[] {
  const seen = new Set<string>();
  const wrong = new Set<string>();
  for (const { id } of initiatives) {
    if (seen.has(id)) wrong.add(`the id "${id}" stands twice`);
    seen.add(id);
  }
  for (const { id, after } of initiatives) {
    for (const before of after) {
      if (!seen.has(before)) wrong.add(`initiative "${id}" comes after "${before}", which is not there`);
      if (before === id) wrong.add(`initiative "${id}" comes after itself`);
    }
  }
  return [...wrong];
}

function wrongCapacity({ quarters, capacity, initiatives }: Parsed): string[] {
  const lengths = Object.entries(capacity).flatMap(([skill, days]) =>
    days.length === quarters
      ? []
      : [`the capacity of "${skill}" has ${days.length} quarters where the plan has ${quarters}`],
  );
  const skills = initiatives.flatMap(({ id, effort }) =>
    Object.entries(effort).flatMap(([skill, days]) =>
      days > 0 && !Object.hasOwn(capacity, skill) ? [`initiative "${id}" needs "${skill}", which has no capacity`] : [],
    ),
  );
  return [...lengths, ...skills];
}

function wrongQuarters({ quarters, initiatives }: Parsed): string[] {
  return initiatives.flatMap(({ id, ...wishes }) =>
    (["earliest", "latest", "pin"] as const).flatMap((wish) => {
      const value = wishes[wish];
      return typeof value === "number" && value > quarters
        ? [`initiative "${id}": ${wish} is quarter ${value} of ${quarters}`]
        : [];
    }),
  );
}
