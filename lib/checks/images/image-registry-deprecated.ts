import { check, EVERY_ROLE, NOT_APPLICABLE, notAssessable, PASS } from "../check.ts";
import { isInjectedLater, parseImageReference } from "../reading/image-reference.ts";
import { nameInWords } from "../reading/name-in-words.ts";

/** Places that get no images any more, and where their successors are. */
const GIVEN_UP: readonly { place: RegExp; words: string }[] = [
  { place: /^k8s\.gcr\.io\//, words: "is frozen since April 2023: the images of Kubernetes are at registry.k8s.io" },
  {
    place: /^((us|eu|asia|staging-k8s)\.)?gcr\.io\/(google[_-]containers|k8s-artifacts-prod)\//,
    words: "is frozen: the images of Kubernetes are at registry.k8s.io",
  },
  { place: /^gcr\.io\/kubernetes-helm\//, words: "held Tiller, which nobody maintains any more" },
  { place: /^gcr\.io\/kubebuilder\//, words: "was withdrawn in 2025: kube-rbac-proxy is at quay.io/brancz" },
  {
    place: /^quay\.io\/kubernetes-ingress-controller\//,
    words: "is frozen since 2020: ingress-nginx moved to registry.k8s.io/ingress-nginx",
  },
  { place: /^docker\.pkg\.github\.com\//, words: "was replaced by ghcr.io" },
  { place: /^((docker|registry-1\.docker)\.io\/)?bitnamilegacy\//, words: "is an archive that gets no fixes" },
];

/**
 * Restricted field: image of every container. Allowed: everything but the registries and folders that their owners have
 * frozen, moved or withdrawn.
 */
export const imageRegistryDeprecated = check({
  id: "image-registry-deprecated",
  title: "Image comes from a registry that was given up",
  severity: "medium",
  layer: "container",
  dimension: "applications",
  concern: null,
  references: ["O22:K10"],
  why: "Nobody publishes there any more: no new versions, no security fixes, and one day no answer. As long as nodes keep their copy nothing is noticed; then a node is replaced, the image cannot be pulled, and a service stays away that nobody has touched for years.",
  seeByHand: `kubectl get pods -A -o jsonpath='{range .items[*]}{.metadata.namespace}/{.metadata.name}{" "}{.spec.containers[*].image}{"\\n"}{end}' | grep -E 'k8s.gcr.io|google_containers|bitnamilegacy'`,
  fix: "Replace the name by the one that the message gives; for the images of Kubernetes the tags are the same. Look for a newer version at the same time: what still stands here is seldom current. Where a successor costs money or is another image altogether, test it like any other upgrade.",
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
          image: k8s.gcr.io/pause:3.9
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
          image: registry.k8s.io/pause:3.9
`,
  of: "container",
  roles: EVERY_ROLE,
  look: ({ container }) => {
    const { name, image } = container;
    if (isInjectedLater(image)) return NOT_APPLICABLE;
    const reference = parseImageReference(image);
    if (reference === null) return notAssessable(`${nameInWords("container", name)} names no image that can be read`);
    const gone = GIVEN_UP.find(({ place }) => place.test(reference.repository.toLowerCase()));
    if (!gone) return PASS;
    return [{ field: "image", message: `${nameInWords("container", name)} runs ${image}, which ${gone.words}` }];
  },
});
