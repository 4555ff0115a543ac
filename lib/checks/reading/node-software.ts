import { endOfLifeOf } from "./kubernetes-releases.ts";

/** Software of a node that its makers no longer mend, and since when (ISO date). */
export type Ended = { what: string; since: string };

/** Day up to which the tables were checked. What had ended by then is over, however old a snapshot is. */
export const TABLES_CHECKED = "2026-11-01";

type Line = readonly [RegExp, string];

/** By containerd's RELEASES.md: the last day of each minor. */
const CONTAINERD: readonly Line[] = [
  [/^0\.|^1\.0(\.|$)/, "2018-12-05"],
  [/^1\.1(\.|$)/, "2019-10-23"],
  [/^1\.2(\.|$)/, "2020-10-15"],
  [/^1\.3(\.|$)/, "2021-03-04"],
  [/^1\.4(\.|$)/, "2022-03-03"],
  [/^1\.5(\.|$)/, "2023-02-28"],
  [/^1\.6(\.|$)/, "2025-08-23"],
  [/^1\.7(\.|$)/, "2026-09-30"],
  [/^2\.0(\.|$)/, "2025-11-07"],
  [/^2\.1(\.|$)/, "2026-05-05"],
  [/^2\.2(\.|$)/, "2026-11-06"],
];

/** By moby's BRANCHES-AND-TAGS.md; before 19.03 nobody kept anything alive that still runs. */
const DOCKER: readonly Line[] = [
  [/^1(\.|[0-8]\.)/, "2019-08-22"],
  [/^19\./, "2021-01-08"],
  [/^20\./, "2023-12-10"],
  [/^23\./, "2025-05-19"],
  [/^24\./, "2024-06-08"],
  [/^26\.0/, "2024-06-08"],
  [/^26\.1/, "2025-02-17"],
  [/^27\./, "2025-05-03"],
];

/**
 * Operating systems as nodes write them into osImage, and the end of the patches that all users get. Support that is
 * bought (Ubuntu Pro, extended life cycles) is not seen here. Systems that update themselves as a whole are left out.
 */
const SYSTEMS: readonly Line[] = [
  [/^Ubuntu 1[45]\.|^Ubuntu 12\./, "2019-04-02"],
  [/^Ubuntu 16\.04/, "2021-04-02"],
  [/^Ubuntu 1[679]\./, "2020-07-17"],
  [/^Ubuntu 18\.04/, "2023-05-31"],
  [/^Ubuntu 18\.10/, "2019-07-18"],
  [/^Ubuntu 20\.04/, "2025-05-31"],
  [/^Ubuntu 20\.10/, "2021-07-22"],
  [/^Ubuntu 21\./, "2022-07-14"],
  [/^Ubuntu 22\.04/, "2027-04-01"],
  [/^Ubuntu 22\.10/, "2023-07-20"],
  [/^Ubuntu 23\./, "2024-07-12"],
  [/^Ubuntu 24\.10/, "2025-07-10"],
  [/^Ubuntu 25\.04/, "2026-01-17"],
  [/^Ubuntu 25\.10/, "2026-07-01"],
  [/^Debian GNU\/Linux [1-8]\b/, "2020-06-30"],
  [/^Debian GNU\/Linux 9\b/, "2022-07-01"],
  [/^Debian GNU\/Linux 10\b/, "2024-06-30"],
  [/^Debian GNU\/Linux 11\b/, "2026-08-31"],
  [/^Debian GNU\/Linux 12\b/, "2028-06-30"],
  [/^CentOS Linux [67]\b/, "2024-06-30"],
  [/^CentOS Linux 8\b/, "2021-12-31"],
  [/^CentOS Stream 8\b/, "2024-05-31"],
  [/^CentOS Stream 9\b/, "2027-05-31"],
  [/^Red Hat Enterprise Linux( Server)? 7\b/, "2024-06-30"],
  [/^Red Hat Enterprise Linux Atomic Host 7\b/, "2020-08-06"],
  [/^Oracle Linux Server 7\b/, "2024-12-31"],
  [/^Amazon Linux AMI\b/, "2023-12-31"],
  [/^Amazon Linux 2(\s|$)/, "2026-06-30"],
  [/^Mariner 1\b|^CBL-Mariner 1\b/, "2023-08-31"],
  [/^(Microsoft Azure Linux|Azure Linux|CBL-Mariner|Mariner) 2\b/, "2025-07-31"],
  [/^Container Linux by CoreOS/, "2020-05-26"],
  [/^SUSE Linux Enterprise Server 12\b/, "2024-10-31"],
  [/^openSUSE Leap (42|15\.[0-5])\b/, "2024-12-31"],
  [/^VMware Photon OS\/Linux [12]\b/, "2022-12-31"],
  [/^Alpine Linux v3\.([0-9]|1\d|20)$/, "2026-04-01"],
  [/^Fedora( CoreOS)? (Linux )?(2\d|3\d|4[01])\b/, "2025-12-15"],
  [/^Windows Server,? version (1[789]|2004|20H2)/, "2022-08-09"],
  [/^Windows Server 2016/, "2027-01-12"],
];

/** Systems of which every release that is not in the table above is alive, or that update themselves as a whole. */
const ALIVE =
  /^(AlmaLinux|Alpine Linux|Amazon Linux|Azure Linux|Bottlerocket|CBL-Mariner|CentOS Stream|Container-Optimized OS|Debian GNU\/Linux|Fedora|Flatcar|Garden Linux|Mariner|Microsoft Azure Linux|NixOS|openSUSE|Oracle Linux|Red Hat Enterprise Linux|Rocky Linux|SL-Micro|SUSE Linux|Talos|Ubuntu|VMware Photon|Windows Server)\b/;

/** Systems that are built with a runtime of the vendor's own, into which he carries fixes after its makers have stopped. */
const BRINGS_RUNTIME =
  /^(Amazon Linux|Azure Linux|Bottlerocket|CBL-Mariner|Container-Optimized OS|Flatcar|Microsoft Azure Linux|Red Hat Enterprise Linux CoreOS|Talos)\b/;

/** True when the vendor of the operating system answers for the runtime as well. */
export function bringsRuntime(osImage: string): boolean {
  return BRINGS_RUNTIME.test(osImage.trim());
}

/** What of a node's containerRuntimeVersion ("containerd://1.6.8") is over; null when nothing, undefined when unknown. */
export function endedRuntime(version: string): Ended | null | undefined {
  const [, name = "", number = ""] = /^([a-z-]+):\/\/v?(\d[\w.+~-]*)/.exec(version) ?? [];
  if (name === "containerd") return lookUp(CONTAINERD, number, `containerd ${number}`, null);
  if (name === "docker") return lookUp(DOCKER, number, `Docker ${number}`, null);
  if (name !== "cri-o") return undefined;
  // CRI-O follows Kubernetes, minor by minor.
  const minor = /^1\.(\d+)/.exec(number)?.[1];
  const since = minor === undefined ? undefined : endOfLifeOf(Number(minor));
  return since === undefined ? null : { what: `CRI-O ${number}`, since };
}

/** What of a node's osImage is over; null when nothing, undefined when the system is not in the table. */
export function endedSystem(image: string): Ended | null | undefined {
  const text = image.trim();
  return lookUp(SYSTEMS, text, text, ALIVE.test(text) ? null : undefined);
}

function lookUp<Otherwise>(
  lines: readonly Line[],
  text: string,
  what: string,
  otherwise: Otherwise,
): Ended | Otherwise {
  const line = lines.find(([pattern]) => pattern.test(text));
  return line ? { what, since: line[1] } : otherwise;
}
