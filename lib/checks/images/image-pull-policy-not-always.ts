import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { check, EVERY_ROLE, notAssessable, PASS } from "../check.ts";
import { programsOf } from "../reading/control-plane-program.ts";
import { isInjectedLater, parseImageReference } from "../reading/image-reference.ts";
import { nameInWords } from "../reading/name-in-words.ts";

/**
 * Restricted field: imagePullPolicy of every container, as Kubernetes fills it in: Always without a tag or with latest,
 * else IfNotPresent. Allowed: Always, by the container or by the admission plugin AlwaysPullImages; or an image by
 * digest, which is the same wherever it comes from.
 */
export const imagePullPolicyNotAlways = check({
  id: "image-pull-policy-not-always",
  title: "Image is not asked for anew at each start",
  severity: "low",
  layer: "container",
  dimension: "ci-cd",
  concern: null,
  references: ["O22:K02"],
  why: "With IfNotPresent a node runs whatever it once stored under this tag. If the tag was moved since, some nodes run the old program and others the new one. A pod on a shared node may also start a private image that a neighbour has pulled, without having the right to it.",
  seeByHand:
    "kubectl get pods -A -o custom-columns='NS:.metadata.namespace,POD:.metadata.name,POLICY:.spec.containers[*].imagePullPolicy'",
  fix: "Pin images by digest: then the name says what runs, and nothing else needs to be asked. Where you keep tags, set imagePullPolicy: Always; layers that are there are not loaded again, but a start then needs the registry, so run a mirror near the cluster. The admission plugin AlwaysPullImages sets it for all.",
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
          imagePullPolicy: IfNotPresent
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
          image: registry.example/shop/web:1.4.2
          imagePullPolicy: Always
`,
  of: "container",
  roles: EVERY_ROLE,
  look: ({ container }, index) => {
    const { name, image, imagePullPolicy } = container;
    if (imagePullPolicy === "Always" || isAlwaysByAdmission(index)) return PASS;
    const isUnset = imagePullPolicy === undefined || imagePullPolicy === null || imagePullPolicy === "";
    const reference = parseImageReference(image);
    if (reference?.digest) return PASS;
    if (isUnset && (isInjectedLater(image) || reference === null))
      return notAssessable(`${nameInWords("container", name)} names no image that can be read, and no pull policy`);
    if (isUnset && (reference?.tag === null || reference?.tag === "latest")) return PASS;
    const policy = isUnset
      ? "no pull policy, which is IfNotPresent for a tag like this"
      : `the pull policy ${imagePullPolicy}`;
    return [{ field: "imagePullPolicy", message: `${nameInWords("container", name)} runs ${image} with ${policy}` }];
  },
});

/** True when the flags of the API server are in the snapshot and turn the plugin on. */
function isAlwaysByAdmission(index: ClusterIndex): boolean {
  return programsOf(index, "kube-apiserver").some(({ flag }) =>
    flag("enable-admission-plugins")?.value.split(",").includes("AlwaysPullImages"),
  );
}
