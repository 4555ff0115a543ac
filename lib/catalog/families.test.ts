import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkById } from "#lib/checks/registry.ts";
import { CATALOG } from "./catalog.ts";
import { FAMILIES, type Family, OUT_OF_SIGHT } from "./families.ts";

/** Control ids by the families that they stand for, seen by a check or not. */
const CONTROLS_OF = Map.groupBy(
  CATALOG.controls.flatMap(({ id, checks, families = [] }) =>
    [...checks, ...families].map((family) => ({ family, control: id })),
  ),
  ({ family }) => family,
);

const ids = (families: readonly Family[]) => families.map(({ id }) => id);

describe("families", () => {
  test("each stand under exactly one control", () => {
    const missing = FAMILIES.filter(({ id }) => !CONTROLS_OF.has(id));
    const doubled = FAMILIES.filter(({ id }) => (CONTROLS_OF.get(id)?.length ?? 0) > 1);
    console.log(`${FAMILIES.length} families; without a control: ${ids(missing).join(", ") || "none"}`);
    expect(ids(missing)).toEqual([]);
    expect(ids(doubled)).toEqual([]);
  });

  test("are all that controls stand for", () => {
    const known = new Set(ids(FAMILIES));
    expect([...CONTROLS_OF.keys()].filter((family) => !known.has(family))).toEqual([]);
  });

  test("have a check each, unless objects cannot show them", () => {
    const blind = FAMILIES.filter(({ id, visible }) => !OUT_OF_SIGHT.includes(visible) && !checkById(id));
    console.log(`${FAMILIES.length} families; without a check: ${ids(blind).join(", ") || "none"}`);
    expect(ids(blind)).toEqual([]);
  });

  test("that objects cannot show tell where their evidence comes from", () => {
    const untold = FAMILIES.filter(({ id, visible }) => {
      if (!OUT_OF_SIGHT.includes(visible) || checkById(id)) return false;
      const control = CATALOG.controls.find(({ families }) => families?.includes(id));
      return !control?.otherEvidence;
    });
    expect(ids(untold)).toEqual([]);
  });
});

/** The design's own inventory beside the corpora; absent from a clone of the repository. */
const INVENTORY = join(process.env.CHARTROOM_CORPORA ?? "../shared/corpora", "../design/checks.json");

type InventoryRow = { id: string; layer: string; dimension: string; visible: string };

describe("the inventory of checks", () => {
  if (!existsSync(INVENTORY)) console.log(`no inventory beside the corpora (${INVENTORY}): its comparison is skipped`);

  test.skipIf(!existsSync(INVENTORY))("and the families of the catalogue say the same", () => {
    const { families, gaps }: { families: InventoryRow[]; gaps: InventoryRow[] } = JSON.parse(
      readFileSync(INVENTORY, "utf8"),
    );
    const titles = new Map(CATALOG.dimensions.map(({ id, title }) => [title.toLowerCase(), id]));
    const told = [...families, ...gaps].map(({ id, layer, dimension, visible }) => {
      const title = dimension.toLowerCase().replace("&", "and");
      return { id, layer: layer.toLowerCase(), dimension: titles.get(title), visible };
    });
    console.log(`${told.length} rows of the inventory`);
    expect(told.length).toBeGreaterThan(0);
    expect(FAMILIES).toEqual(told);
  });
});
