/** One minor release of Kubernetes and, where it was announced, the day when its patches end (ISO date). */
export type KubernetesRelease = { minor: number; endOfLife?: string };

/** Minor releases by kubernetes.io/releases, newest first. The project supports the newest three. */
export const KUBERNETES_RELEASES: readonly KubernetesRelease[] = [
  { minor: 37 },
  { minor: 36 },
  { minor: 35, endOfLife: "2027-02-28" },
  { minor: 34, endOfLife: "2026-10-27" },
  { minor: 33, endOfLife: "2026-06-28" },
  { minor: 32, endOfLife: "2026-02-28" },
  { minor: 31, endOfLife: "2025-11-11" },
  { minor: 30, endOfLife: "2025-07-15" },
  { minor: 29, endOfLife: "2025-02-28" },
  { minor: 28, endOfLife: "2024-10-22" },
  { minor: 27, endOfLife: "2024-07-16" },
  { minor: 26, endOfLife: "2024-02-28" },
  { minor: 25, endOfLife: "2023-10-27" },
  { minor: 24, endOfLife: "2023-07-28" },
  { minor: 23, endOfLife: "2023-02-28" },
  { minor: 22, endOfLife: "2022-10-28" },
  { minor: 21, endOfLife: "2022-06-28" },
  { minor: 20, endOfLife: "2022-02-28" },
  { minor: 19, endOfLife: "2021-10-28" },
  { minor: 18, endOfLife: "2021-06-18" },
];

const SUPPORTED = 3;

/** The oldest minor that is supported. */
export const OLDEST_SUPPORTED_MINOR = KUBERNETES_RELEASES[SUPPORTED - 1]?.minor ?? 0;

/** When the patches of a minor ended or end; undefined where the table does not say. */
export function endOfLifeOf(minor: number): string | undefined {
  return KUBERNETES_RELEASES.find((release) => release.minor === minor)?.endOfLife;
}
