import { endOfLifeOf } from "./kubernetes-releases.ts";

/** Software of a node, and the day from which on its makers do not mend it any more (ISO date, may be ahead). */
export type Ended = { what: string; since: string };

/**
 * One product: how a node writes it and its release, and when the patches that all users get end or ended, by release,
 * oldest first. The end of a release is null while none is announced; ends is null of what updates itself as a whole and has
 * no releases to fall behind with.
 */
export type Product = {
  name: string;
  reads: RegExp;
  source: string;
  ends: readonly (readonly [release: string, end: string | null])[] | null;
};

/**
 * Runtimes as nodes write them into containerRuntimeVersion, known up to TABLES_CHECKED. CRI-O has no table: it follows
 * Kubernetes, minor by minor.
 */
export const RUNTIMES: readonly Product[] = [
  // 2.0 and 2.3 are kept for longer; of 2.4 only a tentative end was announced.
  {
    name: "containerd",
    reads: /^containerd:\/\/v?(\d+\.\d+)/,
    source: "https://containerd.io/releases/",
    ends: [
      ["1.0", "2018-12-05"],
      ["1.1", "2019-10-23"],
      ["1.2", "2020-10-15"],
      ["1.3", "2021-03-04"],
      ["1.4", "2022-03-03"],
      ["1.5", "2023-02-28"],
      ["1.6", "2025-08-23"],
      ["1.7", "2026-09-30"],
      ["2.0", "2027-03-31"],
      ["2.1", "2026-07-03"],
      ["2.2", "2026-11-06"],
      ["2.3", "2028-04-30"],
      ["2.4", null],
    ],
  },
  // Branches that were kept by a vendor ended later than younger ones.
  {
    name: "Docker",
    reads: /^docker:\/\/v?(26\.\d+|\d+)/,
    source: "https://github.com/moby/moby/blob/master/project/BRANCHES-AND-TAGS.md",
    ends: [
      ["18", "2019-08-22"],
      ["19", "2021-01-08"],
      ["20", "2023-12-10"],
      ["23", "2025-05-19"],
      ["24", "2024-06-08"],
      ["25", null],
      ["26.0", "2024-06-08"],
      ["26.1", "2025-02-17"],
      ["27", "2025-05-03"],
      ["28", null],
      ["29", null],
    ],
  },
];

/**
 * Operating systems as nodes write them into osImage, known up to TABLES_CHECKED. Support that is bought (Ubuntu Pro, extended
 * life cycles) is not seen here. The first that reads an image is its product.
 */
export const SYSTEMS: readonly Product[] = [
  {
    name: "Ubuntu",
    reads: /^Ubuntu (\d+\.\d+)/,
    source: "https://endoflife.date/ubuntu",
    ends: [
      ["12.04", "2017-04-28"],
      ["14.04", "2019-04-02"],
      ["14.10", "2015-07-23"],
      ["15.04", "2016-02-04"],
      ["15.10", "2016-07-28"],
      ["16.04", "2021-04-02"],
      ["16.10", "2017-07-20"],
      ["17.04", "2018-01-13"],
      ["17.10", "2018-07-19"],
      ["18.04", "2023-05-31"],
      ["18.10", "2019-07-18"],
      ["19.04", "2020-01-23"],
      ["19.10", "2020-07-06"],
      ["20.04", "2025-05-31"],
      ["20.10", "2021-07-22"],
      ["21.04", "2022-01-20"],
      ["21.10", "2022-07-14"],
      ["22.04", "2027-04-01"],
      ["22.10", "2023-07-20"],
      ["23.04", "2024-01-20"],
      ["23.10", "2024-07-12"],
      ["24.04", "2029-05-31"],
      ["24.10", "2025-07-10"],
      ["25.04", "2026-01-17"],
      ["25.10", "2026-07-01"],
      ["26.04", "2031-04-30"],
    ],
  },
  // The end of its long-term support, which all users get.
  {
    name: "Debian",
    reads: /^Debian GNU\/Linux (\d+)\b/,
    source: "https://endoflife.date/debian",
    ends: [
      ["8", "2020-06-30"],
      ["9", "2022-07-01"],
      ["10", "2024-06-30"],
      ["11", "2026-08-31"],
      ["12", "2028-06-30"],
      ["13", "2030-06-30"],
    ],
  },
  // Is updated with its cluster.
  {
    name: "Red Hat Enterprise Linux CoreOS",
    reads: /^Red Hat Enterprise Linux CoreOS/,
    source: "https://github.com/openshift/machine-config-operator/blob/master/docs/OSUpgrades.md",
    ends: null,
  },
  {
    name: "Red Hat Enterprise Linux",
    reads: /^Red Hat Enterprise Linux(?: Server| Atomic Host)? (\d+)\b/,
    source: "https://endoflife.date/rhel",
    ends: [
      ["6", "2020-11-30"],
      ["7", "2024-06-30"],
      ["8", "2029-05-31"],
      ["9", "2032-05-31"],
      ["10", "2035-05-31"],
    ],
  },
  {
    name: "CentOS Stream",
    reads: /^CentOS Stream (\d+)\b/,
    source: "https://endoflife.date/centos-stream",
    ends: [
      ["8", "2024-05-31"],
      ["9", "2027-05-31"],
      ["10", "2030-01-01"],
    ],
  },
  {
    name: "CentOS Linux",
    reads: /^CentOS Linux (\d+)\b/,
    source: "https://endoflife.date/centos",
    ends: [
      ["6", "2020-11-30"],
      ["7", "2024-06-30"],
      ["8", "2021-12-31"],
    ],
  },
  {
    name: "Rocky Linux",
    reads: /^Rocky Linux (\d+)\b/,
    source: "https://endoflife.date/rocky-linux",
    ends: [
      ["8", "2029-05-31"],
      ["9", "2032-05-31"],
      ["10", "2035-05-31"],
    ],
  },
  {
    name: "AlmaLinux",
    reads: /^AlmaLinux (\d+)\b/,
    source: "https://endoflife.date/almalinux",
    ends: [
      ["8", "2029-03-01"],
      ["9", "2032-05-31"],
      ["10", "2035-05-31"],
    ],
  },
  {
    name: "Oracle Linux",
    reads: /^Oracle Linux Server (\d+)\b/,
    source: "https://endoflife.date/oracle-linux",
    ends: [
      ["6", "2021-03-31"],
      ["7", "2024-12-31"],
      ["8", "2029-07-31"],
      ["9", "2032-06-30"],
    ],
  },
  {
    name: "Amazon Linux AMI",
    reads: /^Amazon Linux AMI (\d+)/,
    source: "https://endoflife.date/amazon-linux",
    ends: [["2018", "2023-12-31"]],
  },
  {
    name: "Amazon Linux",
    reads: /^Amazon Linux (\d+)\b/,
    source: "https://endoflife.date/amazon-linux",
    ends: [
      ["2", "2026-06-30"],
      ["2023", "2029-06-30"],
    ],
  },
  {
    name: "Azure Linux",
    reads: /^(?:Microsoft Azure Linux|Azure Linux|CBL-Mariner|Mariner)(?:\/Linux)? (\d+)\b/,
    source: "https://endoflife.date/azure-linux",
    ends: [
      ["1", "2023-08-31"],
      ["2", "2025-07-31"],
      ["3", "2027-08-31"],
    ],
  },
  {
    name: "Alpine Linux",
    reads: /^Alpine Linux v(\d+\.\d+)/,
    source: "https://endoflife.date/alpine-linux",
    ends: [
      ["3.10", "2021-05-01"],
      ["3.11", "2021-11-01"],
      ["3.12", "2022-05-01"],
      ["3.13", "2022-11-01"],
      ["3.14", "2023-05-01"],
      ["3.15", "2023-11-01"],
      ["3.16", "2024-05-23"],
      ["3.17", "2024-11-22"],
      ["3.18", "2025-05-09"],
      ["3.19", "2025-11-01"],
      ["3.20", "2026-04-01"],
      ["3.21", "2026-11-01"],
      ["3.22", "2027-05-01"],
      ["3.23", "2027-11-01"],
    ],
  },
  {
    name: "Fedora",
    reads: /^Fedora (?:CoreOS |Linux )?(\d+)\b/,
    source: "https://endoflife.date/fedora",
    ends: [
      ["36", "2023-05-16"],
      ["37", "2023-12-05"],
      ["38", "2024-05-21"],
      ["39", "2024-11-26"],
      ["40", "2025-05-13"],
      ["41", "2025-12-15"],
      ["42", "2026-05-13"],
      ["43", "2026-12-09"],
    ],
  },
  // Came before 15.0.
  {
    name: "openSUSE Leap 42",
    reads: /^openSUSE Leap (42\.\d+)/,
    source: "https://endoflife.date/opensuse",
    ends: [
      ["42.1", "2017-05-17"],
      ["42.2", "2018-01-26"],
      ["42.3", "2019-07-01"],
    ],
  },
  {
    name: "openSUSE Leap",
    reads: /^openSUSE Leap (\d+\.\d+)/,
    source: "https://endoflife.date/opensuse",
    ends: [
      ["15.0", "2019-12-03"],
      ["15.1", "2021-02-02"],
      ["15.2", "2022-01-04"],
      ["15.3", "2022-12-31"],
      ["15.4", "2023-12-07"],
      ["15.5", "2024-12-31"],
      ["15.6", "2026-04-30"],
      ["16.0", "2027-10-31"],
    ],
  },
  {
    name: "openSUSE Tumbleweed",
    reads: /^openSUSE (?:Tumbleweed|MicroOS)/,
    source: "https://en.opensuse.org/Portal:Tumbleweed",
    ends: null,
  },
  // The end of general support.
  {
    name: "SUSE Linux Enterprise Server",
    reads: /^SUSE Linux Enterprise Server (\d+(?: SP\d+)?)/,
    source: "https://endoflife.date/sles",
    ends: [
      ["12", "2016-06-30"],
      ["12 SP1", "2017-05-31"],
      ["12 SP2", "2018-03-31"],
      ["12 SP3", "2019-06-30"],
      ["12 SP4", "2020-06-30"],
      ["12 SP5", "2024-10-31"],
      ["15", "2019-12-31"],
      ["15 SP1", "2021-01-31"],
      ["15 SP2", "2021-12-31"],
      ["15 SP3", "2022-12-31"],
      ["15 SP4", "2023-12-31"],
      ["15 SP5", "2024-12-31"],
      ["15 SP6", "2025-12-31"],
    ],
  },
  {
    name: "Photon OS",
    reads: /^VMware Photon OS\/Linux (\d+)/,
    source: "https://github.com/saltstack/salt/issues/66105",
    ends: [["3", "2024-03-31"]],
  },
  {
    name: "Windows Server, by half years",
    reads: /^Windows Server,? version (\d\dH\d)/,
    source: "https://endoflife.date/windows-server",
    ends: [
      ["20H2", "2022-08-09"],
      ["23H2", "2025-10-24"],
    ],
  },
  {
    name: "Windows Server, by months",
    reads: /^Windows Server,? version (\d{4})/,
    source: "https://endoflife.date/windows-server",
    ends: [
      ["1709", "2019-04-09"],
      ["1803", "2019-11-12"],
      ["1809", "2020-11-10"],
      ["1903", "2020-12-08"],
      ["1909", "2021-05-11"],
      ["2004", "2021-12-14"],
    ],
  },
  {
    name: "Windows Server",
    reads: /^Windows Server (\d{4})/,
    source: "https://endoflife.date/windows-server",
    ends: [
      ["2012", "2023-10-10"],
      ["2016", "2027-01-12"],
      ["2019", "2029-01-09"],
      ["2022", "2031-10-14"],
      ["2025", "2034-10-10"],
    ],
  },
  {
    name: "Container Linux by CoreOS",
    reads: /^Container Linux by CoreOS (\d+)/,
    source: "https://github.com/coreos/manifest/releases",
    ends: [["2514", "2020-05-26"]],
  },
  {
    name: "Bottlerocket",
    reads: /^Bottlerocket\b/,
    source: "https://github.com/bottlerocket-os/bottlerocket-update-operator",
    ends: null,
  },
  {
    name: "Container-Optimized OS",
    reads: /^Container-Optimized OS\b/,
    source: "https://cloud.google.com/container-optimized-os/docs/concepts/auto-update",
    ends: null,
  },
  {
    name: "Flatcar",
    reads: /^Flatcar\b/,
    source: "https://www.flatcar.org/docs/latest/setup/releases/update-strategies/",
    ends: null,
  },
];

/** Systems that are built with a runtime of the vendor's own, into which he carries fixes after its makers have stopped. */
const BRINGS_RUNTIME =
  /^(Amazon Linux|Azure Linux|Bottlerocket|CBL-Mariner|Container-Optimized OS|Flatcar|Microsoft Azure Linux|Red Hat Enterprise Linux CoreOS|Talos)\b/;

/** True when the vendor of the operating system answers for the runtime as well. */
export function bringsRuntime(osImage: string): boolean {
  return BRINGS_RUNTIME.test(osImage.trim());
}

/** When a node's containerRuntimeVersion ("containerd://1.6.8") ends; null when no end is announced, undefined when unknown. */
export function endedRuntime(version: string): Ended | null | undefined {
  const minor = /^cri-o:\/\/v?1\.(\d+)/.exec(version)?.[1];
  if (minor === undefined) return lookUp(RUNTIMES, version, (name) => `${name} ${version.replace(/^.*:\/\//, "")}`);
  const since = endOfLifeOf(Number(minor));
  return since === undefined ? undefined : { what: version.replace("cri-o://", "CRI-O "), since };
}

/** When a node's osImage ends; null when no end is announced, undefined when it is not in the table or newer than it. */
export function endedSystem(image: string): Ended | null | undefined {
  const text = image.trim();
  return lookUp(SYSTEMS, text, () => text);
}

/** Orders releases by their numbers: 9 before 10, "15" before "15 SP1". */
export function compareReleases(left: string, right: string): number {
  const [one, other] = [numbersOf(left), numbersOf(right)];
  const at = one.findIndex((number, index) => number !== other[index]);
  return at < 0 ? one.length - other.length : (one[at] ?? 0) - (other[at] ?? -1);
}

function numbersOf(release: string): number[] {
  return (release.match(/\d+/g) ?? []).map(Number);
}

/** What is older than the oldest row ended with it at the latest; of what is newer than the table nothing is known. */
function lookUp(
  products: readonly Product[],
  text: string,
  wordsOf: (name: string) => string,
): Ended | null | undefined {
  const product = products.find(({ reads }) => reads.test(text));
  if (!product) return undefined;
  const { ends } = product;
  if (ends === null) return null;
  const release = product.reads.exec(text)?.[1] ?? "";
  const same = ends.find(([known]) => compareReleases(known, release) === 0);
  const [oldest] = ends;
  const row = same ?? (oldest && compareReleases(release, oldest[0]) < 0 ? oldest : undefined);
  if (row === undefined) return undefined;
  const [, since] = row;
  return since === null ? null : { what: wordsOf(product.name), since };
}
