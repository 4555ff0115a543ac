import { INGRESS_NGINX_CVES } from "./ingress-nginx-cves.ts";
import { KUBERNETES_CVES } from "./kubernetes-cves.ts";
import { RUNTIME_CVES } from "./runtime-cves.ts";

/** A program whose version the snapshot tells. */
export type Component =
  | "kube-apiserver"
  | "kube-controller-manager"
  | "kubelet"
  | "ingress-nginx"
  | "containerd"
  | "cri-o";

/**
 * A published flaw. `severity`: as its announcement rates it. `affected`: ranges of versions that have it, each from the first
 * to the one that mends it, in ascending order and apart from each other; "0.0.0" where all before have it. Minors that got no
 * fix any more lie within the range of the next that did. `source`: the announcement.
 */
export type KnownCve = {
  id: string;
  component: Component;
  severity: "critical" | "high" | "medium";
  affected: readonly (readonly [from: string, fixed: string])[];
  windowsOnly?: true;
  gives: string;
  source: string;
};

/** Every flaw that a check knows, by program and then by age. */
export const KNOWN_CVES: readonly KnownCve[] = [...KUBERNETES_CVES, ...INGRESS_NGINX_CVES, ...RUNTIME_CVES];

/**
 * The newest minor of each program that was released when the tables were last compared with the announcements. Of a newer
 * one nobody can say here that it is free of flaws.
 */
export const NEWEST_KNOWN: Readonly<Record<Component, string>> = {
  "kube-apiserver": "1.37",
  "kube-controller-manager": "1.37",
  kubelet: "1.37",
  "ingress-nginx": "1.15",
  containerd: "2.3",
  "cri-o": "1.36",
};

type Version = readonly [major: number, minor: number, patch: number];

function parseVersion(text: string): Version | null {
  const match = /^v?(\d{1,4})\.(\d{1,4})(?:\.(\d{1,6}))?(?![\d.])/.exec(text.trim());
  return match ? [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)] : null;
}

/**
 * The flaws that a version has ("v1.29.4-eks-036c24b", "1.7.2"); null when it is no version, "newer" when it belongs to a
 * minor that came after the tables.
 */
export function cvesOf(component: Component, version: string, onWindows = false): readonly KnownCve[] | "newer" | null {
  const parsed = parseVersion(version);
  if (!parsed) return null;
  const [major, minor] = parseVersion(NEWEST_KNOWN[component]) ?? [0, 0];
  if (parsed[0] > major || (parsed[0] === major && parsed[1] > minor)) return "newer";
  return KNOWN_CVES.filter(
    (cve) => cve.component === component && (onWindows || !cve.windowsOnly) && isAffected(parsed, cve),
  );
}

function isAffected(version: Version, { affected }: KnownCve): boolean {
  return affected.some(([from, fixed]) => isFrom(version, from) && !isFrom(version, fixed));
}

/** Whether a version is the given one or comes after it. */
function isFrom(version: Version, bound: string): boolean {
  const [major, minor, patch] = parseVersion(bound) ?? [0, 0, 0];
  return (version[0] - major || version[1] - minor || version[2] - patch) >= 0;
}
