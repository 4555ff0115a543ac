import type { ProbeAction, Workload } from "#lib/kubernetes/pod.ts";
import { hasOwnUsers, listOf, type Sight, sightOf } from "./sight.ts";

const CAPABILITIES = new Set([
  "AUDIT_WRITE",
  "CHOWN",
  "DAC_OVERRIDE",
  "FOWNER",
  "FSETID",
  "KILL",
  "MKNOD",
  "NET_BIND_SERVICE",
  "SETFCAP",
  "SETGID",
  "SETPCAP",
  "SETUID",
  "SYS_CHROOT",
]);
/** Sysctls that a pod may set, by the minor version that began to allow them. */
const SYSCTLS: Record<string, number> = {
  "kernel.shm_rmid_forced": 0,
  "net.ipv4.ip_local_port_range": 0,
  "net.ipv4.ip_unprivileged_port_start": 0,
  "net.ipv4.tcp_syncookies": 0,
  "net.ipv4.ping_group_range": 0,
  "net.ipv4.ip_local_reserved_ports": 27,
  "net.ipv4.tcp_keepalive_time": 29,
  "net.ipv4.tcp_fin_timeout": 29,
  "net.ipv4.tcp_keepalive_intvl": 29,
  "net.ipv4.tcp_keepalive_probes": 29,
  "net.ipv4.tcp_rmem": 32,
  "net.ipv4.tcp_wmem": 32,
  "net.ipv4.tcp_slow_start_after_idle": 37,
  "net.ipv4.tcp_notsent_lowat": 37,
};
const SELINUX_TYPES: Record<string, number> = {
  "": 0,
  container_t: 0,
  container_init_t: 0,
  container_kvm_t: 0,
  container_engine_t: 31,
};
const SECCOMP_ANNOTATION = "container.seccomp.security.alpha.kubernetes.io/";
const APPARMOR_ANNOTATION = "container.apparmor.security.beta.kubernetes.io/";

/** A control of the baseline level: what it is called by Kubernetes, since when it is asked, and whether a pod violates it. */
const CONTROLS: { id: string; since: number; violated: (sight: Sight) => boolean }[] = [
  { id: "appArmorProfile", since: 0, violated: violatesAppArmor },
  {
    id: "capabilities_baseline",
    since: 0,
    violated: ({ containers }) =>
      containers.some(({ context }) => listOf(context.capabilities?.add).some((name) => !CAPABILITIES.has(name))),
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
  { id: "hostProbesAndHostLifecycle", since: 34, violated: violatesHostProbes },
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
    violated: ({ context, minor }) =>
      listOf(context.sysctls).some((sysctl) => !(minor >= (SYSCTLS[sysctl?.name ?? ""] ?? Number.POSITIVE_INFINITY))),
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
  return containers.some(
    ({ context }) => context.procMount !== undefined && context.procMount !== null && context.procMount !== "Default",
  );
}

function violatesAppArmor({ context, containers, annotations }: Sight): boolean {
  const fields = [context, ...containers.map((each) => each.context)].map((each) => each.appArmorProfile?.type);
  if (fields.some((type) => type !== undefined && type !== null && type !== "RuntimeDefault" && type !== "Localhost"))
    return true;
  return Object.entries(annotations).some(
    ([key, value]) =>
      key.startsWith(APPARMOR_ANNOTATION) &&
      value !== "" &&
      value !== "runtime/default" &&
      !value.startsWith("localhost/"),
  );
}

function violatesSeLinux({ context, containers, minor }: Sight): boolean {
  return [context, ...containers.map((each) => each.context)].some(({ seLinuxOptions: options }) => {
    if (!options) return false;
    return (
      !(minor >= (SELINUX_TYPES[options.type ?? ""] ?? Number.POSITIVE_INFINITY)) ||
      Boolean(options.user) ||
      Boolean(options.role)
    );
  });
}

/** Annotations until 1.18, fields since 1.19. */
function violatesSeccomp({ context, containers, annotations, minor }: Sight): boolean {
  if (minor < 19) {
    return Object.entries(annotations).some(
      ([key, value]) =>
        (key === "seccomp.security.alpha.kubernetes.io/pod" || key.startsWith(SECCOMP_ANNOTATION)) &&
        value !== "runtime/default" &&
        value !== "docker/default" &&
        !value.startsWith("localhost/"),
    );
  }
  return [context, ...containers.map((each) => each.context)].some(
    ({ seccompProfile }) =>
      seccompProfile && seccompProfile.type !== "RuntimeDefault" && seccompProfile.type !== "Localhost",
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
