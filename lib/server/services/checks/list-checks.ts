import { CHECKS } from "#lib/checks/registry.ts";
import { Nothing } from "#lib/contracts/inputs.ts";
import { verb } from "../verb.ts";

/** Every check that scans run, by id. */
export const listChecks = verb({ name: "checks.list-checks", may: "clusters.read", input: Nothing }, async () =>
  CHECKS.map(({ id, title, severity, layer, dimension, references }) => ({
    ...{ id, title, severity, layer, dimension, references },
  })).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
);
