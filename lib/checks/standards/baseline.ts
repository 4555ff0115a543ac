import type { ProbeAction, Workload } from "#lib/kubernetes/pod.ts";
import {
  HOST_PROBES_SINCE,
  isAllowedSelinuxType,
  isBaselineCapability,
  isConfiningType,
  isOpenApparmorAnnotation,
  isOpenSeccompAnnotation,
  isSafeSysctl,
  SECCOMP_FIELDS_SINCE,
  unmasksProcMount,
} from "./allowed.ts";
import { hasOwnUsers, listOf, type Sight, sightOf } from "./sight.ts";

/** A control of the baseline level: what it is called by Kubernetes, since when it is asked, and whether a pod violates it. */
const CONTROLS: { id: string; since: number; violated: (sight: Sight) => boolean }[] = [
  { id: "appArmorProfile", since: 0, violated: violatesAppArmor },
  {
    id: "capabilities_baseline",
    since: 0,
    violated: ({ containers }) =>
      containers.some(({ context }) => listOf(context.capabilities?.add).some((name) => !isBaselineCapability(name))),
  },
  {
    id: "hostNamespaces",
    since: 0,
    violated: ({ pod }) => pod.hostNetwork === true || pod.hostPID === true || pod.hostIPC === true,
  },
  {
    id: "hostPathVolumes",
    since: 0,
    violated: ({ pod }) =>
      listOf(pod.volumes).some((volume) => volume?.hostPath !== undefined && volume.hostPath !== null),
  },
  {
    id: "hostPorts",
    since: 0,
    violated: ({ containers }) =>
      containers.some(({ container }) => listOf(container.ports).some((port) => (port?.hostPort ?? 0) !== 0)),
  },
  { id: "hostProbesAndHostLifecycle", since: HOST_PROBES_SINCE, violated: violatesHostProbes },
  {
    id: "privileged",
    since: 0,
    violated: ({ containers }) => containers.some(({ context }) => context.privileged === true),
  },
  { id: "procMount", since: 0, violated: (sight) => !hasOwnUsers(sight) && unmasksProc(sight) },
  { id: "seLinuxOptions", since: 0, violated: violatesSeLinux },
  { id: "seccompProfile_baseline", since: 0, violated: violatesSeccomp },
  {
    id: "sysctls",
    since: 0,
    violated: ({ context, minor }) => listOf(context.sysctls).some((sysctl) => !isSafeSysctl(sysctl?.name, minor)),
  },
  {
    id: "windowsHostProcess",
    since: 0,
    violated: ({ context, containers }) =>
      [context, ...containers.map((each) => each.context)].some((each) => each.windowsOptions?.hostProcess === true),
  },
];

/** Ids of the baseline controls that a workload's pod violates at a minor version. */
export function baselineViolations(workload: Workload, minor: number): string[] {
  const sight = sightOf(workload, minor);
  return CONTROLS.filter(({ since, violated }) => minor >= since && violated(sight)).map(({ id }) => id);
}

export function unmasksProc({ containers }: Sight): boolean {
  return containers.some(({ context }) => unmasksProcMount(context.procMount));
}

function violatesAppArmor({ context, containers, annotations }: Sight): boolean {
  const fields = [context, ...containers.map((each) => each.context)].map((each) => each.appArmorProfile?.type);
  if (fields.some((type) => type !== undefined && type !== null && !isConfiningType(type))) return true;
  return Object.entries(annotations).some(([key, value]) => isOpenApparmorAnnotation(key, value));
}

function violatesSeLinux({ context, containers, minor }: Sight): boolean {
  return [context, ...containers.map((each) => each.context)].some(({ seLinuxOptions: options }) => {
    if (!options) return false;
    return !isAllowedSelinuxType(options.type, minor) || Boolean(options.user) || Boolean(options.role);
  });
}

/** Annotations until 1.18, fields since 1.19. */
function violatesSeccomp({ context, containers, annotations, minor }: Sight): boolean {
  if (minor < SECCOMP_FIELDS_SINCE)
    return Object.entries(annotations).some(([key, value]) => isOpenSeccompAnnotation(key, value));
  return [context, ...containers.map((each) => each.context)].some(
    ({ seccompProfile }) => seccompProfile && !isConfiningType(seccompProfile.type),
  );
}

function violatesHostProbes({ containers }: Sight): boolean {
  const names = (action: ProbeAction | undefined) => Boolean(action?.httpGet?.host || action?.tcpSocket?.host);
  return containers.some(({ container }) =>
    [
      container.livenessProbe,
      container.readinessProbe,
      container.startupProbe,
      container.lifecycle?.postStart,
      container.lifecycle?.preStop,
    ].some(names),
  );
}
