import { LAYERS, type LayerId } from "#lib/catalog/framework.ts";
import type { Initiative } from "./initiative.ts";

const WHAT: Record<LayerId, string> = {
  cloud: "close the cloud's open doors",
  cluster: "put the cluster's rules in force",
  container: "take needless power from containers",
  code: "protect what services say to each other",
};

/** The goal of a quarter in one sentence: the two layers that lose most risk, and the piece of work that removes most. */
export function goalOf(own: readonly Initiative[]): string {
  if (own.length === 0) return "Keep what stands: nothing new fits or is needed in these 90 days.";
  const byLayer = LAYERS.map((layer) => ({
    layer,
    risk: own.filter((each) => each.layer === layer).reduce((sum, { risk }) => sum + risk, 0),
  }));
  const worst = byLayer
    .filter(({ risk }) => risk > 0)
    .toSorted((a, b) => b.risk - a.risk)
    .slice(0, 2);
  const whats = worst.map(({ layer }) => WHAT[layer]).join(" and ");
  const [biggest] = own.toSorted((a, b) => b.risk - a.risk);
  const sentence = whats.charAt(0).toUpperCase() + whats.slice(1);
  return biggest && own.length > 1
    ? `${sentence}, first of all: ${biggest.title.charAt(0).toLowerCase()}${biggest.title.slice(1)}.`
    : `${sentence}.`;
}
