import { check, type Fault, NOT_APPLICABLE } from "../check.ts";
import { recordOf } from "../reading/entries.ts";
import { kubernetesMinor } from "../reading/kubernetes-minor.ts";
import { podAnnotationsOf } from "../reading/pod-annotations.ts";
import { ANNOTATIONS_GONE } from "../reading/seccomp-profile.ts";
import { securityContextsOf } from "../reading/security-contexts.ts";
import { isWindowsPod } from "../reading/windows-pod.ts";
import { isConfiningType, isOpenSeccompAnnotation } from "../standards/allowed.ts";

/**
 * Restricted fields: securityContext.seccompProfile.type of the pod and of every container, and the annotations that did the same before
 * Kubernetes 1.27. Allowed: unset, RuntimeDefault, Localhost.
 */
export const seccompUnconfined = check({
  id: "seccomp-unconfined",
  title: "Seccomp is switched off",
  severity: "medium",
  layer: "container",
  dimension: "security",
  concern: "runtime-isolation",
  references: ["PSS baseline", "O22:K01", "O25:K01"],
  why: "Seccomp takes calls away that ordinary programs never make and that most escapes from containers need. Unconfined gives all of them back, and it says that somebody did so on purpose.",
  seeByHand:
    'kubectl get pods -A -o json | jq -r \'.items[] | select([.spec.securityContext, (.spec.containers + .spec.initContainers)[].securityContext] | any(.seccompProfile.type == "Unconfined")) | .metadata.namespace + "/" + .metadata.name\'',
  fix: "Set seccompProfile.type: RuntimeDefault and run the program's tests. Where a call is missing, record what it makes and write a Localhost profile for it rather than none; tracers and some JITs are the usual cases.",
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
          securityContext: { seccompProfile: { type: Unconfined } }
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
          securityContext: { seccompProfile: { type: RuntimeDefault } }
`,
  of: "workload",
  look: (workload, index) => {
    if (isWindowsPod(workload.pod)) return NOT_APPLICABLE;
    const fields = securityContextsOf(workload).flatMap(({ context, whose, field }): Fault[] => {
      const { type } = recordOf(context.seccompProfile);
      if (type === undefined || type === null || isConfiningType(type)) return [];
      return [{ field: `${field}.seccompProfile.type`, message: `${whose} sets seccomp to ${JSON.stringify(type)}` }];
    });
    if (kubernetesMinor(index.kubernetesVersion) >= ANNOTATIONS_GONE) return fields;
    return [...fields, ...podAnnotationsOf(workload).flatMap(openAnnotation)];
  },
});

function openAnnotation({ key, value, field }: { key: string; value: string; field: string }): Fault[] {
  return isOpenSeccompAnnotation(key, value)
    ? [{ field, message: `the pod sets seccomp to "${value}" by annotation` }]
    : [];
}
