import { check, PASS } from "../check.ts";
import { recordOf, recordsOf } from "../reading/entries.ts";
import { nameInWords } from "../reading/name-in-words.ts";

/**
 * Judges ephemeral containers of pods. Allowed: none. A pod keeps them until it is replaced, ended or not.
 */
export const ephemeralContainerUsed = check({
  id: "ephemeral-container-used",
  title: "Pod was opened for debugging",
  severity: "low",
  layer: "container",
  dimension: "security",
  concern: "runtime-isolation",
  references: ["O22:K01", "O25:K01"],
  why: "Somebody has put a container of their own into a running pod: with its network, its volumes and, by its process namespace, its secrets. Left behind it is a shell that no manifest knows; in a production pod it is also a sign to ask who did it, and why.",
  seeByHand:
    'kubectl get pods -A -o json | jq -r \'.items[] | select(.spec.ephemeralContainers) | .metadata.namespace + "/" + .metadata.name + " " + ([.spec.ephemeralContainers[].image] | join(","))\'',
  fix: "Delete the pod, so that its owner makes a clean one. Let pods/ephemeralcontainers be patched by a break-glass role alone that is logged and ends by itself, and debug copies (kubectl debug --copy-to) rather than the pod that serves.",
  before: `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec:
  containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }]
  ephemeralContainers: [{ name: debugger-x7, image: "busybox:1.37" }]
`,
  after: `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec:
  containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }]
`,
  of: "object",
  kinds: ["Pod"],
  look: ({ object }) => {
    const containers = recordsOf(recordOf(object.spec).ephemeralContainers);
    const faults = containers.map(({ entry, at }) => ({
      field: `spec.ephemeralContainers[${at}]`,
      message: `${nameInWords("ephemeral container", entry.name)} was put into the running pod`,
    }));
    return faults.length > 0 ? faults : PASS;
  },
});
