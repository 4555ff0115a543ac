import { check, EVERY_ROLE, NOT_APPLICABLE, notAssessable, PASS } from "../check.ts";
import { type ImageReference, isInjectedLater, parseImageReference, registryOf } from "../reading/image-reference.ts";
import { nameInWords } from "../reading/name-in-words.ts";
import { isSystemNamespace, namespaceOf } from "../reading/namespaced.ts";
import { isMirrorPod } from "../reading/pod-template.ts";

/** Registries where anybody may push anything without an account. */
const OPEN_TO_ALL: ReadonlySet<string> = new Set(["ttl.sh"]);

/** Registries whose names are worth imitating. */
const WELL_KNOWN: readonly string[] = [
  "docker.io",
  "ghcr.io",
  "gcr.io",
  "quay.io",
  "lscr.io",
  "nvcr.io",
  "cgr.dev",
  "registry.k8s.io",
  "mcr.microsoft.com",
  "public.ecr.aws",
  "docker.elastic.co",
  "registry.gitlab.com",
  "registry.redhat.io",
  "registry.access.redhat.com",
];

/**
 * Judges the registry in the image of every container. With a list, it has to be on it. Without one, only what the
 * field agrees on is a fault: no registry at all (implicit Docker Hub is a default that nobody chose; written out, it
 * is a choice), one where anybody pushes anything, and a name that looks like a known one.
 */
export const imageRegistryNotAllowed = check({
  id: "image-registry-not-allowed",
  title: "Image comes from a registry that nobody chose",
  severity: "medium",
  layer: "container",
  dimension: "security",
  concern: "image-signing",
  references: ["O22:K02", "CIS 5.5.1"],
  why: "An image without a registry in its name comes from wherever the node's runtime looks first: mostly Docker Hub, where anybody can publish under a name that looks right, elsewhere a list that an attacker may be on. The same holds for a registry whose name is misspelled. What starts then runs with all rights of the pod.",
  seeByHand: `kubectl get pods -A -o jsonpath='{range .items[*]}{.metadata.namespace}{" "}{.spec.containers[*].image}{"\\n"}{end}' | sort | uniq -c`,
  fix: "Copy what you use into a registry of your own (a pull-through mirror does it by itself) and write its name in front of every image, also docker.io/library where you mean it. Then refuse all other registries by an admission policy. Charts need their image.registry set; that is most of the work.",
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: busybox:1.37
`,
  after: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: registry.example/mirror/busybox:1.37
`,
  of: "container",
  roles: EVERY_ROLE,
  look: ({ container, workload }, _, { allowedRegistries }) => {
    // Registries of the platform's own programs are the choice of whoever ships the platform.
    if (isSystemNamespace(namespaceOf(workload)) || isMirrorPod(workload)) return NOT_APPLICABLE;
    const { name, image } = container;
    if (isInjectedLater(image)) return NOT_APPLICABLE;
    const reference = parseImageReference(image);
    if (reference === null) return notAssessable(`${nameInWords("container", name)} names no image that can be read`);
    const reason = objectionTo(reference, allowedRegistries);
    return reason === null
      ? PASS
      : [{ field: "image", message: `${nameInWords("container", name)} runs ${image}: ${reason}` }];
  },
});

/** Why images must not come from there; null when nothing is wrong with it. */
function objectionTo({ repository, digest }: ImageReference, allowedRegistries: readonly string[]): string | null {
  const registry = registryOf(repository);
  if (allowedRegistries.length > 0) {
    const isAllowed = allowedRegistries.some((allowed) => repository.startsWith(`${allowed.replace(/\/$/, "")}/`));
    return isAllowed ? null : "its registry is not on the list of this cluster";
  }
  // What is named by its digest is the same from everywhere.
  if (registry === null && digest !== null) return null;
  if (registry === null) return "it names no registry, so the node decides where it comes from";
  if (OPEN_TO_ALL.has(registry)) return `anybody may push anything to ${registry}`;
  const imitated = WELL_KNOWN.some((known) => known === registry) ? undefined : BY_LETTERS.get(lettersOf(registry));
  return imitated === undefined ? null : `${registry} is ${imitated} with letters in another order`;
}

function lettersOf(name: string): string {
  return [...name].sort().join("");
}

const BY_LETTERS = new Map(WELL_KNOWN.map((known) => [lettersOf(known), known]));
