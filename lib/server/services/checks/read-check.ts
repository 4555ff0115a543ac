import { CATALOG } from "#lib/catalog/catalog.ts";
import { checkById } from "#lib/checks/registry.ts";
import { CheckId } from "#lib/contracts/inputs.ts";
import { notFound, verb } from "../verb.ts";

/** The reference page of a check: its own declaration, and the controls that it speaks for. */
export const readCheck = verb(
  { name: "checks.read-check", may: "clusters.read", input: CheckId },
  async (_work, input) => {
    const check = checkById(input.check);
    if (!check) throw notFound();
    const { id, title, severity, layer, dimension, concern, references, why, seeByHand, fix, before, after } = check;
    const controls = CATALOG.controls
      .filter((control) => control.checks.includes(id))
      .map((control) => ({ id: control.id, title: control.title }));
    return { id, title, severity, layer, dimension, concern, references, why, seeByHand, fix, before, after, controls };
  },
);
