import { check, type Fault, NOT_APPLICABLE } from "../check.ts";
import { recordOf } from "../reading/entries.ts";
import { nameInWords } from "../reading/name-in-words.ts";
import { podAnnotationsOf } from "../reading/pod-annotations.ts";
import { securityContextsOf } from "../reading/security-contexts.ts";
import { isWindowsPod } from "../reading/windows-pod.ts";
import { isConfiningType, isOpenApparmorAnnotation } from "../standards/allowed.ts";

/**
 * Restricted fields: securityContext.appArmorProfile.type of the pod and of every container, and the annotations
 * container.apparmor.security.beta.kubernetes.io/*. Allowed: unset (the runtime then sets its own where the node has
 * AppArmor), RuntimeDefault, Localhost.
 */
export const apparmorProfileMissingOrUnconfined = check({
  id: "apparmor-profile-missing-or-unconfined",
  title: "AppArmor is switched off",
  severity: "medium",
  layer: "container",
  dimension: "security",
  concern: "runtime-isolation",
  references: ["PSS baseline", "NSA pod", "O22:K01", "O25:K01"],
  why: "AppArmor keeps a container from files and powers of the node that its user and capabilities would allow. Unconfined it is one wall less between a broken program and the node.",
  seeByHand:
    'kubectl get pods -A -o json | jq -r \'.items[] | select(([.spec.securityContext, (.spec.containers + .spec.initContainers)[].securityContext] | any(.appArmorProfile.type == "Unconfined")) or (.metadata.annotations // {} | to_entries | any((.key | startswith("container.apparmor")) and .value == "unconfined"))) | .metadata.namespace + "/" + .metadata.name\'',
  fix: "Set appArmorProfile.type: RuntimeDefault, or load a profile of your own on every node and name it with Localhost. Programs that mount or trace will say what is denied in the node's kernel log: allow that alone.",
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
          securityContext: { appArmorProfile: { type: Unconfined } }
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
          securityContext: { appArmorProfile: { type: RuntimeDefault } }
`,
  of: "workload",
  look: (workload) => {
    if (isWindowsPod(workload.pod)) return NOT_APPLICABLE;
    const fields = securityContextsOf(workload).flatMap(({ context, whose, field }): Fault[] => {
      const { type } = recordOf(context.appArmorProfile);
      if (type === undefined || type === null || isConfiningType(type)) return [];
      return [{ field: `${field}.appArmorProfile.type`, message: `${whose} sets AppArmor to ${JSON.stringify(type)}` }];
    });
    const annotations = podAnnotationsOf(workload).filter(({ key, value }) => isOpenApparmorAnnotation(key, value));
    return [
      ...fields,
      ...annotations.map(({ key, value, field }) => ({
        field,
        message: `${nameInWords("container", key.split("/").at(-1))} gets the AppArmor profile "${value}"`,
      })),
    ];
  },
});
