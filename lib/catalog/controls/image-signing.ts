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
]);
