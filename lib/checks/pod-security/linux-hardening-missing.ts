import type { ContainerInPod } from "#lib/kubernetes/pod.ts";
import { check, EVERY_ROLE, NOT_APPLICABLE, PASS } from "../check.ts";
import { recordOf, stringsOf } from "../reading/entries.ts";
import { nameInWords } from "../reading/name-in-words.ts";
import { podAnnotationsOf } from "../reading/pod-annotations.ts";
import { seccompTypeOf } from "../reading/seccomp-profile.ts";
import { podContextOf } from "../reading/security-contexts.ts";
import { isWindowsPod } from "../reading/windows-pod.ts";
import { isConfiningType, isOpenApparmorAnnotation } from "../standards/allowed.ts";

/** Types of SELinux by which a process goes unconfined. */
const UNCONFINED_SELINUX: ReadonlySet<unknown> = new Set(["spc_t", "unconfined_t"]);

/**
 * Judges whether a Linux container has any of: a seccomp profile, an AppArmor profile, SELinux options, a dropped capability; its own or
 * the pod's where it has none. Profiles that confine nothing (Unconfined, spc_t) do not count.
 */
export const linuxHardeningMissing = check({
  id: "linux-hardening-missing",
  title: "Container has no hardening at all",
  severity: "medium",
  layer: "container",
  dimension: "security",
  concern: "runtime-isolation",
  references: ["NSA pod", "O22:K01", "O25:K01"],
  why: "Nothing takes away from the container what its program never needs. The first fault in it, or in one of its libraries, meets the whole surface of the node's kernel.",
  seeByHand:
    "kubectl get pods -A -o json | jq -r '.items[] | select(.spec.securityContext | [.seccompProfile, .seLinuxOptions, .appArmorProfile] | all(. == null)) | select([(.spec.containers + .spec.initContainers)[] | .securityContext | [.seccompProfile, .capabilities.drop, .seLinuxOptions, .appArmorProfile] | all(. == null)] | any) | .metadata.namespace + \"/\" + .metadata.name'",
  fix: "Begin with seccompProfile.type: RuntimeDefault for the pod and capabilities.drop: [ALL] for each container; most programs notice neither. Add back the one capability that a failed start names.",
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
          image: registry.example/shop/web:1.4.2
          securityContext: { capabilities: { drop: [ALL] } }
`,
  of: "container",
  roles: EVERY_ROLE,
  look: (one, index) => {
    const { container, workload } = one;
    if (isWindowsPod(workload.pod)) return NOT_APPLICABLE;
    const isHardened =
      isConfiningType(seccompTypeOf(one, index)) ||
      hasApparmor(one) ||
      hasSelinux(one) ||
      dropsAnything(recordOf(recordOf(container.securityContext).capabilities));
    const message = `${nameInWords("container", container.name)} has no seccomp, AppArmor or SELinux profile and drops no capability`;
    return isHardened ? PASS : [{ field: "securityContext", message }];
  },
});

/** What is dropped first and added back by ALL is not dropped. */
function dropsAnything({ drop, add }: Record<string, unknown>): boolean {
  return stringsOf(drop).length > 0 && !stringsOf(add).some((name) => name.toUpperCase() === "ALL");
}

/** What the container says of a field, else what its pod says: the container's own replaces the pod's as a whole. */
function effective({ container, workload }: ContainerInPod, field: string): Record<string, unknown> {
  const own = recordOf(container.securityContext)[field];
  return recordOf(own ?? (podContextOf(workload) as Record<string, unknown>)[field]);
}

function hasSelinux(one: ContainerInPod): boolean {
  const options = effective(one, "seLinuxOptions");
  return (
    !UNCONFINED_SELINUX.has(options.type) && Object.values(options).some((value) => value !== null && value !== "")
  );
}

const APPARMOR = "container.apparmor.security.beta.kubernetes.io/";

/** The field wins over the annotation that did the same before it. */
function hasApparmor(one: ContainerInPod): boolean {
  const { type } = effective(one, "appArmorProfile");
  if (type !== undefined && type !== null) return isConfiningType(type);
  const annotation = podAnnotationsOf(one.workload).find(({ key }) => key === `${APPARMOR}${one.container.name}`);
  return annotation !== undefined && annotation.value !== "" && !isOpenApparmorAnnotation(APPARMOR, annotation.value);
}
