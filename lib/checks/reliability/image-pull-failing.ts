import { check } from "../check.ts";
import { type ContainerStatus, judgeContainerStatus, type Sight } from "../reading/container-status.ts";
import { recordOf } from "../reading/entries.ts";
import { reasonInWords } from "../reading/reason-in-words.ts";

/** Waiting reasons by which a kubelet says that it has no image to start from. */
const NO_IMAGE: ReadonlySet<unknown> = new Set([
  "ErrImagePull",
  "ImagePullBackOff",
  "ErrImageNeverPull",
  "InvalidImageName",
  "ImageInspectError",
  "RegistryUnavailable",
  "SignatureValidationFailed",
]);

/** Judges the waiting reason of each container in the status of its pods. */
export const imagePullFailing = check({
  id: "image-pull-failing",
  title: "Image cannot be pulled",
  severity: "medium",
  layer: "container",
  dimension: "monitoring-health",
  concern: null,
  references: [],
  why: "The pod does not start, and each new one will not start either. Replicas that still run live from the copy on their node; when that node goes, they are gone as well. A tag that vanished from its registry is one that nobody can roll back to.",
  seeByHand: "kubectl get pods -A | grep -E 'ErrImage|ImagePull|InvalidImage'; kubectl -n shop describe pod web",
  fix: "Read the message: not found means a tag that was never pushed or was cleaned up, unauthorized an image pull secret that is missing or has run out, no such host or timeout the network or a proxy, toomanyrequests the limit of a public registry. Mirror the images that you depend on, and keep every tag that runs.",
  before: `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: { containers: [{ name: web, image: "registry.example/shop/web:1.4.3" }] }
status:
  phase: Pending
  containerStatuses:
    - { name: web, image: "registry.example/shop/web:1.4.3", state: { waiting: { reason: ImagePullBackOff } } }
`,
  after: `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop }
spec: { containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }] }
status:
  phase: Running
  containerStatuses: [{ name: web, image: "registry.example/shop/web:1.4.2", ready: true, state: { running: {} } }]
`,
  asksProviders: true,
  of: "workload",
  look: (workload, index) => judgeContainerStatus(workload, index, judgeWaiting),
});

function judgeWaiting({ entry, field }: ContainerStatus): Sight | null {
  const waiting = recordOf(recordOf(entry.state).waiting);
  if (!NO_IMAGE.has(waiting.reason)) return null;
  const image = typeof entry.image === "string" && entry.image !== "" ? `image ${entry.image}` : "its image";
  const words = `waits for ${image}${reasonInWords(waiting)}`;
  return { field: `${field}.state.waiting.reason`, cause: "image", words };
}
