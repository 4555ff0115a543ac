import { check, EVERY_ROLE } from "../check.ts";
import { nameInWords } from "../reading/name-in-words.ts";

/** As a command: at the start, behind a path, or behind what ends the command before. */
const SUDO = /(?:^|[\s;&|(`/])sudo(?:\s|$)/;
const LONGEST = 100_000;

/**
 * Judges command and args of every container: sudo as a word of its own, also within a script. Allowed: none.
 */
export const sudoInEntrypoint = check({
  id: "sudo-in-entrypoint",
  title: "Container starts with sudo",
  severity: "medium",
  layer: "container",
  dimension: "security",
  concern: "no-privileged-users",
  references: ["O22:K01", "O25:K01"],
  why: "A container that calls sudo has a way to become root inside, set user ids and all, ready for whoever breaks in. It also does not work without privilege escalation, so that cannot be forbidden for the pod.",
  seeByHand:
    'kubectl get pods -A -o json | jq -r \'.items[] | select([.spec.containers[] | (.command // [])[], (.args // [])[]] | any(test("(^|[^a-z])sudo "))) | .metadata.namespace + "/" + .metadata.name\'',
  fix: "Do what needs root while the image is built, or in an init container that ends; give the program the files or the one capability that it lacks. Then remove sudo from image and command and set allowPrivilegeEscalation: false.",
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
          command: [sudo, /usr/local/bin/web]
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
          command: [/usr/local/bin/web]
`,
  of: "container",
  roles: EVERY_ROLE,
  look: ({ container }) =>
    (["command", "args"] as const).flatMap((list) => {
      const words: unknown = container[list];
      if (!Array.isArray(words)) return [];
      return words.flatMap((word, at) =>
        typeof word === "string" && word.length <= LONGEST && SUDO.test(word)
          ? [{ field: `${list}[${at}]`, message: `${nameInWords("container", container.name)} starts with sudo` }]
          : [],
      );
    }),
});
