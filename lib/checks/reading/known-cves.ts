/** A program whose version the snapshot tells. */
export type Component = "kube-apiserver" | "kubelet" | "ingress-nginx" | "containerd" | "cri-o";

/**
 * A published flaw of high or critical severity. `fixed`: the first version with the fix, one for each minor that got one;
 * `since`: the first minor that has the flaw, where not all had it.
 */
export type KnownCve = {
  id: string;
  component: Component;
  fixed: readonly string[];
  since?: string;
  windowsOnly?: true;
  gives: string;
};

/**
 * By the announcements of the Kubernetes security response committee and of the projects. Flaws that are rated lower there
 * are left out, and so are those without a fixed version.
 */
export const KNOWN_CVES: readonly KnownCve[] = [
  {
    id: "CVE-2018-1002105",
    component: "kube-apiserver",
    fixed: ["1.10.11", "1.11.5", "1.12.3"],
    gives: "all rights through a connection to an aggregated API or a kubelet",
  },
  {
    id: "CVE-2019-11247",
    component: "kube-apiserver",
    fixed: ["1.13.9", "1.14.5", "1.15.2"],
    gives: "cluster-wide custom resources to those who have rights in one namespace",
  },
  {
    id: "CVE-2019-11253",
    component: "kube-apiserver",
    fixed: ["1.13.12", "1.14.8", "1.15.5", "1.16.2"],
    gives: "an API server that one small document exhausts",
  },
  {
    id: "CVE-2017-1002101",
    component: "kubelet",
    fixed: ["1.7.14", "1.8.9", "1.9.4"],
    gives: "the node's files through a subPath",
  },
  {
    id: "CVE-2021-25741",
    component: "kubelet",
    fixed: ["1.19.15", "1.20.11", "1.21.5", "1.22.2"],
    gives: "the node's files through a subPath that is exchanged for a link",
  },
  {
    id: "CVE-2023-3676",
    component: "kubelet",
    fixed: ["1.24.17", "1.25.13", "1.26.8", "1.27.5", "1.28.1"],
    windowsOnly: true,
    gives: "the Windows node to whoever may create pods",
  },
  {
    id: "CVE-2023-5528",
    component: "kubelet",
    fixed: ["1.25.16", "1.26.11", "1.27.8", "1.28.4"],
    windowsOnly: true,
    gives: "the Windows node to whoever may create volumes",
  },
  {
    id: "CVE-2024-10220",
    component: "kubelet",
    fixed: ["1.28.12", "1.29.7", "1.30.3"],
    gives: "commands on the node through a gitRepo volume",
  },
  {
    id: "CVE-2021-25742",
    component: "ingress-nginx",
    fixed: ["0.49.1", "1.0.1"],
    gives: "every Secret of the cluster through a snippet",
  },
  {
    id: "CVE-2021-25745",
    component: "ingress-nginx",
    fixed: ["1.2.0"],
    gives: "the controller's token through a path",
  },
  {
    id: "CVE-2021-25746",
    component: "ingress-nginx",
    fixed: ["1.2.0"],
    gives: "the controller's token through an annotation",
  },
  {
    id: "CVE-2021-25748",
    component: "ingress-nginx",
    fixed: ["1.2.1"],
    gives: "the controller's token through a path with a line break",
  },
  {
    id: "CVE-2023-5043",
    component: "ingress-nginx",
    fixed: ["1.9.0"],
    gives: "commands in the controller through an annotation",
  },
  {
    id: "CVE-2023-5044",
    component: "ingress-nginx",
    fixed: ["1.9.0"],
    gives: "code in the controller through the annotation permanent-redirect",
  },
  {
    id: "CVE-2024-7646",
    component: "ingress-nginx",
    fixed: ["1.10.4", "1.11.2"],
    gives: "commands in the controller through an annotation that passes validation",
  },
  {
    id: "CVE-2025-1097",
    component: "ingress-nginx",
    fixed: ["1.11.5", "1.12.1"],
    gives: "code in the controller through auth-tls-match-cn",
  },
  {
    id: "CVE-2025-1098",
    component: "ingress-nginx",
    fixed: ["1.11.5", "1.12.1"],
    gives: "code in the controller through the mirror annotations",
  },
  {
    id: "CVE-2025-24514",
    component: "ingress-nginx",
    fixed: ["1.11.5", "1.12.1"],
    gives: "code in the controller through auth-url",
  },
  {
    id: "CVE-2025-1974",
    component: "ingress-nginx",
    fixed: ["1.11.5", "1.12.1"],
    gives: "code in the controller to any pod that reaches its webhook",
  },
  {
    id: "CVE-2026-1580",
    component: "ingress-nginx",
    fixed: ["1.13.7", "1.14.3"],
    gives: "code in the controller through auth-method",
  },
  {
    id: "CVE-2026-24512",
    component: "ingress-nginx",
    fixed: ["1.13.7", "1.14.3"],
    gives: "code in the controller through a path",
  },
  {
    id: "CVE-2022-23648",
    component: "containerd",
    fixed: ["1.4.13", "1.5.10", "1.6.1"],
    gives: "files of the node through the volumes of an image",
  },
  {
    id: "CVE-2022-0811",
    component: "cri-o",
    fixed: ["1.19.6", "1.20.7", "1.21.6", "1.22.3", "1.23.2", "1.24.0"],
    since: "1.19",
    gives: "the node through a sysctl of a pod",
  },
];

type Version = readonly [major: number, minor: number, patch: number];

function parseVersion(text: string): Version | null {
  const match = /^v?(\d{1,4})\.(\d{1,4})(?:\.(\d{1,6}))?(?![\d.])/.exec(text.trim());
  return match ? [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)] : null;
}

/** The flaws that a version has ("v1.29.4-eks-036c24b", "1.7.2"), null when it is no version. */
export function cvesOf(component: Component, version: string, onWindows = false): readonly KnownCve[] | null {
  const parsed = parseVersion(version);
  if (!parsed) return null;
  return KNOWN_CVES.filter(
    (cve) => cve.component === component && (onWindows || !cve.windowsOnly) && isAffected(parsed, cve),
  );
}

function isAffected(version: Version, { fixed, since }: KnownCve): boolean {
  const first = since === undefined ? null : parseVersion(since);
  if (first && compare(version, first) < 0) return false;
  const fixes = fixed.map(parseVersion).filter((fix) => fix !== null);
  const own = fixes.find(([major, minor]) => major === version[0] && minor === version[1]);
  if (own) return compare(version, own) < 0;
  // A minor between two that were fixed got no fix; one after the last came with it.
  return fixes.length > 0 && fixes.some((fix) => compare(version, fix) < 0);
}

function compare(left: Version, right: Version): number {
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2];
}
