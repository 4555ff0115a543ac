import { CONCERN_TEXTS } from "#lib/catalog/concerns.ts";
import type { Catalog, Control } from "#lib/catalog/control.ts";
import { DIMENSION_TEXTS } from "#lib/catalog/dimensions.ts";
import { CONCERNS, DIMENSIONS, LAYERS, layerOfConcern } from "#lib/catalog/framework.ts";
import { LAYER_TEXTS } from "#lib/catalog/layers.ts";

/** A control for tests: what is not told is ordinary. */
export function controlOf(id: string, told: Partial<Control> = {}): Control {
  return {
    id,
    title: `Title of ${id}`,
    layer: "cluster",
    concern: "rbac-authorization",
    dimension: "security",
    weight: 3,
    likelihood: 3,
    impact: 3,
    critical: false,
    checks: [`${id}-check`],
    observation: "decides",
    references: [],
    ...told,
  };
}

/** A catalogue of these controls, with one question about each (`${control}-q1`). */
export function catalogOf(controls: readonly Control[]): Catalog {
  return {
    version: "test",
    layers: LAYER_TEXTS,
    dimensions: DIMENSION_TEXTS,
    concerns: CONCERN_TEXTS,
    controls,
    questions: controls.map(({ id }) => ({
      id: `${id}-q1`,
      control: id,
      asks: `Is ${id} met?`,
      why: "",
      findOut: "",
      levels: ["absent", "ad hoc", "partial", "enforced", "verified"],
    })),
    remedies: [],
  };
}

/** Two controls for each concern (one critical and decided by checks, one capped by one) and one of health a dimension. */
export const SMALL_CATALOG: Catalog = catalogOf([
  ...CONCERNS.flatMap((concern) => {
    const layer = layerOfConcern(concern);
    const checks = [`${concern}-one`, `${concern}-two`];
    const outer = LAYERS[LAYERS.indexOf(layer) - 1];
    return [
      controlOf(`${concern}-vital`, {
        layer,
        concern,
        checks,
        weight: 5,
        critical: true,
        ...(outer && { escalatesTo: outer }),
      }),
      controlOf(`${concern}-minor`, { layer, concern, checks: [`${concern}-part`], weight: 2, observation: "caps" }),
    ];
  }),
  ...DIMENSIONS.map((dimension, n) => {
    return controlOf(`health-${dimension}`, {
      dimension,
      concern: null,
      layer: LAYERS[n % LAYERS.length] ?? "cloud",
      weight: 3,
    });
  }),
]);
