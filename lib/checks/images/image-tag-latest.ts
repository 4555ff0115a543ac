import { check, EVERY_ROLE, notAssessable, PASS } from "../check.ts";
import { isInjectedLater, parseImageReference } from "../reading/image-reference.ts";
import { nameInWords } from "../reading/name-in-words.ts";

/**
 * Restricted field: image of every container. Allowed: a digest (the tag beside it is then only a comment), or a tag
 * other than "latest". No tag means "latest".
 */
export const imageTagLatest = check({
  id: "image-tag-latest",
  title: "Image has no fixed tag",
  severity: "medium",
  layer: "container",
  dimension: "ci-cd",
  concern: null,
  references: ["O22:K02"],
  why: "With latest, or no tag at all, the same manifest gives another program tomorrow. Two replicas can run different versions, a restarted pod can bring a release that nobody approved, a rollback brings back nothing, and after an incident nobody can say what ran.",
  seeByHand: `kubectl get pods -A -o json | jq -r '.items[] | .metadata.namespace + "/" + .metadata.name as $pod | .spec.containers[].image | select(test("@sha256:") | not) | select(test(":latest$") or (test(":[^/]+$") | not)) | $pod + " " + .'`,
  fix: "Let the build write a tag that is never reused (a version or the commit) into the manifest, and make tags immutable in the registry. Pin what you take from others the same way and let a bot propose updates. Refuse latest by admission once the count is zero.",
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
          image: registry.example:5000/shop/web
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
          image: registry.example:5000/shop/web:1.4.2
`,
  of: "container",
  roles: EVERY_ROLE,
  look: ({ container }) => {
    const { name, image } = container;
    if (isInjectedLater(image)) return notAssessable("the image is filled in by a sidecar injector at admission");
    const reference = parseImageReference(image);
    if (reference === null) return notAssessable(`${nameInWords("container", name)} names no image that can be read`);
    if (reference.digest !== null || (reference.tag !== null && reference.tag !== "latest")) return PASS;
    const seen = reference.tag === null ? "has no tag" : 'has the tag "latest"';
    return [{ field: "image", message: `${nameInWords("container", name)} runs ${image}, which ${seen}` }];
  },
});
