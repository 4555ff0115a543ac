import { check, EVERY_ROLE, PASS } from "../check.ts";
import { nameInWords } from "../reading/name-in-words.ts";
import { isBaselineCapability } from "../standards/allowed.ts";

/**
 * Restricted field: securityContext.capabilities.add of every container.
 * Allowed: what the baseline level allows, word for word: admission takes no other case and no prefix CAP_.
 */
export const capabilitiesAddedNonDefault = check({
  id: "capabilities-added-non-default",
  title: "Container adds a capability that runtimes do not give",
  severity: "medium",
  layer: "container",
  dimension: "security",
  concern: "no-privileged-users",
  references: ["CIS 5.2.9", "PSS baseline", "O22:K01", "O25:K01"],
  escalatesTo: "cluster",
  why: "The runtime's own set is already more than most programs need. Whatever is added beyond it was kept back for a reason: to read raw packets of neighbours, to change routes or clocks, to trace other processes. Admission at the baseline level refuses such pods, so they also keep their namespace from being protected.",
  seeByHand: `kubectl get pods -A -o json | jq -r '.items[] | .metadata.namespace + "/" + .metadata.name as $pod | .spec.containers[] | select(.securityContext.capabilities.add) | $pod + " " + .name + " " + (.securityContext.capabilities.add | join(","))'`,
  fix: "Take the capability away and see what fails; often nothing does, as it came with a copied manifest. Where it is needed, let something else do that part: a CNI plugin for routes, a CSI driver for mounts, a device plugin for devices. What remains goes into a namespace of its own with an exception. Write names in capitals without CAP_, or admission refuses them.",
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
          securityContext: { capabilities: { add: [NET_ADMIN] } }
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
          securityContext: { capabilities: { drop: [ALL], add: [NET_BIND_SERVICE] } }
`,
  of: "container",
  roles: EVERY_ROLE,
  look: ({ container }) => {
    const added: unknown = container.securityContext?.capabilities?.add;
    if (!Array.isArray(added)) return PASS;
    return added.flatMap((capability: unknown, at) =>
      isBaselineCapability(capability)
        ? []
        : [
            {
              field: `securityContext.capabilities.add[${at}]`,
              message: `${nameInWords("container", container.name)} adds the capability ${String(capability)}`,
            },
          ],
    );
  },
});
