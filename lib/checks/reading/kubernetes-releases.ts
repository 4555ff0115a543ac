/** One minor release of Kubernetes: the days when it came and when its patches end (ISO dates), and who says so. */
export type KubernetesRelease = { minor: number; released?: string; endOfLife: string; source: string };

/** Of the newest releases each has its own page; of those before, the list of ended ones keeps the end only. */
const PAGE = "https://kubernetes.io/releases/";
const ENDED = "https://kubernetes.io/releases/patch-releases/";

/**
 * Minor releases, newest first, known up to TABLES_CHECKED; a minor that is newer than the first row is not known. The end of
 * a release that is alive is the one that the project has announced, and moves by days.
 */
export const KUBERNETES_RELEASES: readonly KubernetesRelease[] = [
  { minor: 37, released: "2026-08-26", endOfLife: "2027-10-28", source: `${PAGE}1.37/` },
  { minor: 36, released: "2026-04-22", endOfLife: "2027-06-28", source: `${PAGE}1.36/` },
  { minor: 35, released: "2025-12-17", endOfLife: "2027-02-28", source: `${PAGE}1.35/` },
  { minor: 34, released: "2025-08-27", endOfLife: "2026-10-27", source: `${PAGE}1.34/` },
  { minor: 33, released: "2025-04-23", endOfLife: "2026-06-28", source: ENDED },
  { minor: 32, released: "2024-12-11", endOfLife: "2026-02-28", source: ENDED },
  { minor: 31, released: "2024-08-13", endOfLife: "2025-11-11", source: ENDED },
  { minor: 30, released: "2024-04-17", endOfLife: "2025-07-15", source: ENDED },
  { minor: 29, released: "2023-12-13", endOfLife: "2025-02-28", source: ENDED },
  { minor: 28, released: "2023-08-15", endOfLife: "2024-10-22", source: ENDED },
  { minor: 27, released: "2023-04-11", endOfLife: "2024-07-16", source: ENDED },
  { minor: 26, released: "2022-12-09", endOfLife: "2024-02-28", source: ENDED },
  { minor: 25, released: "2022-08-23", endOfLife: "2023-10-28", source: ENDED },
  { minor: 24, released: "2022-05-03", endOfLife: "2023-07-28", source: ENDED },
  { minor: 23, released: "2021-12-07", endOfLife: "2023-02-28", source: ENDED },
  { minor: 22, released: "2021-08-04", endOfLife: "2022-10-28", source: ENDED },
  { minor: 21, released: "2021-04-08", endOfLife: "2022-06-28", source: ENDED },
  { minor: 20, released: "2020-12-08", endOfLife: "2022-02-28", source: ENDED },
  { minor: 19, released: "2020-08-27", endOfLife: "2021-10-28", source: ENDED },
  { minor: 18, released: "2020-03-25", endOfLife: "2021-06-18", source: ENDED },
  { minor: 17, released: "2019-12-09", endOfLife: "2021-01-13", source: ENDED },
  { minor: 16, endOfLife: "2020-09-02", source: ENDED },
  { minor: 15, endOfLife: "2020-05-06", source: ENDED },
  { minor: 14, endOfLife: "2019-12-11", source: ENDED },
  { minor: 13, endOfLife: "2019-10-15", source: ENDED },
  { minor: 12, endOfLife: "2019-07-08", source: ENDED },
  { minor: 11, endOfLife: "2019-05-01", source: ENDED },
  { minor: 10, endOfLife: "2019-02-13", source: ENDED },
  { minor: 9, endOfLife: "2018-09-29", source: ENDED },
  { minor: 8, endOfLife: "2018-07-12", source: ENDED },
  { minor: 7, endOfLife: "2018-04-04", source: ENDED },
  { minor: 6, endOfLife: "2017-11-23", source: ENDED },
  { minor: 5, endOfLife: "2017-10-01", source: ENDED },
  { minor: 4, endOfLife: "2017-04-21", source: ENDED },
  { minor: 3, endOfLife: "2016-11-01", source: ENDED },
  { minor: 2, endOfLife: "2016-10-23", source: ENDED },
];

const [NEWEST] = KUBERNETES_RELEASES;
const OLDEST = KUBERNETES_RELEASES.at(-1);

/** When the patches of a minor ended or end. A minor before the table ended by its oldest row; undefined of a newer one. */
export function endOfLifeOf(minor: number): string | undefined {
  if (NEWEST === undefined || minor > NEWEST.minor) return undefined;
  return (KUBERNETES_RELEASES.find((release) => release.minor === minor) ?? OLDEST)?.endOfLife;
}
