import { entriesOfConcern } from "./entry.ts";

export const IMAGE_SIGNING = entriesOfConcern("image-signing", [
  {
    id: "only-signed-images-run",
    title: "The cluster runs only images that your builds have signed",
    weight: 4,
    likelihood: 2,
    impact: 5,
    critical: false,
    checks: ["image-signature-unverified"],
    observation: "caps",
    references: ["CIS 5.5.1", "NSA pod", "O22:K02", "O25:K04", "T1525", "T1204.003"],
    question: {
      asks: "Would the cluster start an image that did not come out of your own pipeline?",
      why: "Whoever can push to the registry, or point a manifest somewhere else, decides what runs. A signature ties the image to the build; without a check at the door it is decoration.",
      findOut:
        "In a test namespace: `kubectl run probe --image=docker.io/library/nginx`. If it starts, nothing checks. Then look for a policy that verifies signatures, and for what it leaves out.",
      levels: [
        "Any image from anywhere starts",
        "A list of registries exists, by agreement",
        "Builds sign, or admission limits registries; signatures are not verified",
        "Admission verifies signatures in all team namespaces and denies what has none",
        "As 3, provenance of the build is verified too, and a canary without signature is tried each day",
      ],
    },
  },
  {
    id: "images-pinned-by-digest",
    title: "Production refers to images by digest",
    weight: 3,
    likelihood: 3,
    impact: 3,
    critical: false,
    dimension: "ci-cd",
    checks: ["image-not-pinned-digest"],
    observation: "decides",
    references: ["O22:K02", "T1525", "T1204.003"],
    question: {
      asks: "Can you say, byte for byte, which image each production pod runs?",
      why: "A tag is a sticky note. It can be moved, by a rebuild or by an attacker, and two pods of one deployment may run different code. A digest cannot lie.",
      findOut:
        "`kubectl get pods -n NAMESPACE -o jsonpath='{..image}'` and count those with @sha256. Then ask which step of the pipeline writes the digest.",
      levels: [
        "Tags only",
        "Digests for a few third-party images",
        "The pipeline resolves digests for some services",
        "Every production manifest carries a digest, written by the pipeline",
        "As 3, a bot renews digests, admission refuses bare tags, and scans confirm it",
      ],
    },
  },
  {
    id: "images-from-agreed-registries",
    title: "Images come from registries that you agreed on",
    weight: 3,
    likelihood: 3,
    impact: 4,
    critical: false,
    checks: ["image-registry-not-allowed", "image-registry-deprecated"],
    observation: "caps",
    references: ["CIS 5.5.1", "O22:K02", "O25:K04", "T1525", "T1204.003"],
    question: {
      asks: "From which registries do your nodes pull, and who runs each of them?",
      why: "A public name can be typed wrong, taken over or taken down. A registry that closes its doors stops your next scale-out; one that changes hands ships a stranger's code into your cluster.",
      findOut:
        "`kubectl get pods -A -o jsonpath='{..image}' | tr ' ' '\\n' | awk -F/ '{print (NF>1 && $1 ~ /[.:]/) ? $1 : \"docker.io\"}' | sort | uniq -c`.",
      levels: [
        "Anything from anywhere",
        "Mostly our own; nobody has counted the rest",
        "Own services from the own registry; third-party images straight from the internet",
        "All images come from a short list of registries, third-party ones through a mirror of yours",
        "As 3, admission refuses others, nodes have no route to them, and the mirror scans what it takes in",
      ],
    },
  },
  {
    id: "pulls-ask-the-registry",
    title: "A cached image is no way around the registry's permissions",
    weight: 1,
    likelihood: 2,
    impact: 2,
    critical: false,
    checks: ["image-pull-policy-not-always", "apiserver-admission-always-pull-images"],
    observation: "caps",
    references: ["CIS 1.2.11", "O22:K02"],
    question: {
      asks: "Can a pod use a private image of another team, only because the node has it already?",
      why: "With the image on the disk, a node starts it without asking whether this pod may have it. On shared nodes, one team's licensed or secret image is everybody's.",
      findOut:
        "`kubectl get pods -A -o jsonpath='{..imagePullPolicy}' | tr ' ' '\\n' | sort | uniq -c`. On a shared node, try to start another team's image without its pull secret.",
      levels: [
        "Nobody has thought of it",
        "Always for moving tags, by custom",
        "Private images of sensitive teams run on nodes of their own",
        "Shared nodes ask the registry at each start, by policy, by credential checks of the kubelet or by admission",
        "As 3, a start without credentials is tried after each node upgrade",
      ],
    },
  },
]);
