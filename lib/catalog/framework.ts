/** The fixed vocabulary of the assessment. Ids are stable: code, database, URL and API use these very strings. */

/** The 4 C's, outermost first: a layer is never better than the one around it. */
export const LAYERS = ["cloud", "cluster", "container", "code"] as const;
export type LayerId = (typeof LAYERS)[number];

/** The eight health dimensions. */
export const DIMENSIONS = [
  "architecture",
  "applications",
  "scalability",
  "storage-backup",
  "ci-cd",
  "disaster-recovery",
  "monitoring-health",
  "security",
] as const;
export type DimensionId = (typeof DIMENSIONS)[number];

/** The 21 named concerns by layer. */
export const CONCERNS_BY_LAYER = {
  cloud: ["api-server-network-access", "node-network-access", "cloud-api-access", "etcd-access", "etcd-encryption"],
  cluster: [
    "rbac-authorization",
    "authentication",
    "application-secrets",
    "pod-security-standards",
    "quality-of-service",
    "network-policies",
    "ingress-tls",
  ],
  container: ["vulnerability-scanning", "image-signing", "no-privileged-users", "runtime-isolation"],
  code: ["tls-only", "limited-ports", "dependency-security", "static-analysis", "dynamic-probing"],
} as const satisfies Record<LayerId, readonly string[]>;
export type ConcernId = (typeof CONCERNS_BY_LAYER)[LayerId][number];

export const CONCERNS: readonly ConcernId[] = LAYERS.flatMap((layer): readonly ConcernId[] => CONCERNS_BY_LAYER[layer]);

/** The layer that a concern belongs to. */
export function layerOfConcern(concern: ConcernId): LayerId {
  const layer = LAYERS.find((id) => (CONCERNS_BY_LAYER[id] as readonly string[]).includes(concern));
  if (!layer) throw new Error(`unknown concern ${concern}`);
  return layer;
}

/** The layers around a layer, outermost first; the cloud has none. */
export function layersAround(layer: LayerId): readonly LayerId[] {
  return LAYERS.slice(0, LAYERS.indexOf(layer));
}

export const SEVERITIES = ["low", "medium", "high", "critical"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Maturity of a control: 0 absent, 1 ad hoc, 2 partial, 3 enforced, 4 enforced and verified. */
export const MATURITIES = [0, 1, 2, 3, 4] as const;
export type Maturity = (typeof MATURITIES)[number];
