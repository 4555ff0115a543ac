import { check, EVERY_ROLE, notAssessable, PASS } from "../check.ts";
import { isInjectedLater, parseImageReference } from "../reading/image-reference.ts";
import { nameInWords } from "../reading/name-in-words.ts";

/** Restricted field: image of every container. Allowed: a reference that ends in a digest, with or without a tag. */
export const imageNotPinnedDigest = check({
  id: "image-not-pinned-digest",
  title: "Image is not pinned to a digest",
  severity: "low",
  layer: "container",
  dimension: "ci-cd",
  concern: "image-signing",
  references: ["O22:K02"],
  why: "A tag is a label that whoever can push to the registry may move. Only the digest names the very bytes that were built, scanned and signed. Without it, what was checked and what runs can be two different things, and no log will show it.",
  seeByHand: `kubectl get pods -A -o json | jq -r '.items[] | .metadata.namespace + "/" + .metadata.name as $pod | .spec.containers[].image | select(test("@sha256:") | not) | $pod + " " + .'`,
  fix: "Let the pipeline write the digest that the push returned into the manifest (kustomize, Helm and most delivery tools do it), or let an admission policy resolve tags as pods come in. Keep the tag in front for people to read. Without a bot that proposes updates, digests get old: set that up first.",
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
          image: registry.example/shop/web:1.4.2
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
          image: registry.example/shop/web:1.4.2@sha256:6b1b36b0f2c1d4f0a4a2f8d0b9f5c7c1c6e3d8f0a1b2c3d4e5f60718293a4b5c
`,
  of: "container",
  roles: EVERY_ROLE,
  look: ({ container }) => {
    const { name, image } = container;
    if (isInjectedLater(image)) return notAssessable("the image is filled in by a sidecar injector at admission");
    const reference = parseImageReference(image);
    if (reference === null) return notAssessable(`${nameInWords("container", name)} names no image that can be read`);
    if (reference.digest !== null) return PASS;
    return [{ field: "image", message: `${nameInWords("container", name)} runs ${image} without a digest` }];
  },
});
