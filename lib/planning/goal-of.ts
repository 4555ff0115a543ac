import type { ConcernId, DimensionId } from "#lib/catalog/framework.ts";
import { formatList } from "#lib/presentation/numbers.ts";
import type { Initiative } from "./initiative.ts";

/** What is reached when a concern loses its hazards, as people would say what a quarter is for. */
const OF_CONCERN: Record<ConcernId, string> = {
  "api-server-network-access": "take the API server off the internet",
  "node-network-access": "close the nodes to the outside",
  "cloud-api-access": "cut pods and nodes down to the cloud rights that they need",
  "etcd-access": "let nobody but the control plane reach etcd",
  "etcd-encryption": "encrypt what the cluster stores",
  "rbac-authorization": "give people and machines only the rights that they use",
  authentication: "replace shared and eternal credentials",
  "application-secrets": "bring secrets under control",
  "pod-security-standards": "keep pods from becoming their nodes",
  "quality-of-service": "stop one workload from starving the others",
  "network-policies": "let only those talk to each other who must",
  "ingress-tls": "encrypt everything that enters",
  "vulnerability-scanning": "find known flaws before they run",
  "image-signing": "run only images that you signed",
  "no-privileged-users": "take needless power from containers",
  "runtime-isolation": "set apart what you do not trust",
  "tls-only": "encrypt traffic between services",
  "limited-ports": "close the ports that nothing needs",
  "dependency-security": "know and renew third-party code",
  "static-analysis": "check code before it is merged",
  "dynamic-probing": "attack your own services before others do",
};

/** The same for initiatives of pure health. */
const OF_DIMENSION: Partial<Record<string, string>> & Record<DimensionId, string> = {
  architecture: "know what runs and who owns it",
  applications: "let applications survive restarts",
  scalability: "let workloads grow without surprises",
  "storage-backup": "be able to restore what is stored",
  "ci-cd": "give every change one safe way in",
  "disaster-recovery": "survive the loss of a zone or a cluster",
  "monitoring-health": "see trouble before your users do",
  security: "close what stands open",
};

/** Dimensions that an organization adds. */
const OF_OWN_DIMENSION = "close the gaps that your own questions show";

/**
 * The goal of a quarter in one sentence, without a full stop, from what it holds: the up to three aims whose initiatives
 * remove the most risk, most first. An initiative speaks for its first concern, or dimension when it has none.
 */
export function goalOf(own: readonly Initiative[]): string {
  const risk = new Map<string, number>();
  for (const initiative of own) {
    const [concern] = initiative.concerns;
    const [dimension] = initiative.dimensions;
    const aim = concern ? OF_CONCERN[concern] : dimension ? (OF_DIMENSION[dimension] ?? OF_OWN_DIMENSION) : null;
    if (aim) risk.set(aim, (risk.get(aim) ?? 0) + initiative.risk);
  }
  const aims = [...risk].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, 3);
  const sentence = formatList(aims.map(([aim]) => aim));
  return sentence === ""
    ? "Keep what stands: nothing new is planned"
    : sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
