/**
 * What the Pod Security Standards let a pod set: read by the verdict on levels and by the checks, so that they agree. By
 * https://kubernetes.io/docs/concepts/security/pod-security-standards/, known up to Kubernetes 1.37; what a newer release adds
 * is held to be forbidden until its row is here.
 */

/** Capabilities that a container may add at the baseline level. */
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
/**
 * Sysctls that a pod may set, by the minor version that began to allow them; by
 * https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/.
 */
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
/** Sources of volumes that the restricted level knows. */
const VOLUMES = [
  "configMap",
  "csi",
  "downwardAPI",
  "emptyDir",
  "ephemeral",
  "persistentVolumeClaim",
  "projected",
  "secret",
  "image",
];

/** The minor version since which a control is asked at all. */
export const HOST_PROBES_SINCE = 34;
export const RUN_AS_USER_SINCE = 23;
/** Seccomp is read from annotations before this minor version, from fields since. */
export const SECCOMP_FIELDS_SINCE = 19;

export function isBaselineCapability(name: unknown): boolean {
  return CAPABILITIES.has(name as string);
}

export function isSafeSysctl(name: unknown, minor: number): boolean {
  return minor >= sinceOf(SYSCTLS, name ?? "");
}

/** An empty type is the runtime's choice. */
export function isAllowedSelinuxType(type: unknown, minor: number): boolean {
  return minor >= sinceOf(SELINUX_TYPES, type ?? "");
}

function sinceOf(table: Readonly<Record<string, number>>, key: unknown): number {
  const since = typeof key === "string" && Object.hasOwn(table, key) ? table[key] : undefined;
  return since ?? Number.POSITIVE_INFINITY;
}

/** True for the types of seccomp and AppArmor profiles that confine. */
export function isConfiningType(type: unknown): boolean {
  return type === "RuntimeDefault" || type === "Localhost";
}

const APPARMOR_ANNOTATION = "container.apparmor.security.beta.kubernetes.io/";

/** An annotation that gives a container an AppArmor profile which does not confine it. */
export function isOpenApparmorAnnotation(key: string, value: string): boolean {
  if (!key.startsWith(APPARMOR_ANNOTATION)) return false;
  return value !== "" && value !== "runtime/default" && !value.startsWith("localhost/");
}

/** An annotation that gives a pod or container a seccomp profile which does not confine it. */
export function isOpenSeccompAnnotation(key: string, value: string): boolean {
  const isSeccomp =
    key === "seccomp.security.alpha.kubernetes.io/pod" ||
    key.startsWith("container.seccomp.security.alpha.kubernetes.io/");
  return isSeccomp && value !== "runtime/default" && value !== "docker/default" && !value.startsWith("localhost/");
}

/** True for every mask of /proc but the runtime's own. */
export function unmasksProcMount(procMount: unknown): boolean {
  return procMount !== undefined && procMount !== null && procMount !== "Default";
}

/** The sources that a volume names, when none of them is of the restricted level's; [] for a volume that it allows. */
export function foreignSourcesOf(volume: Readonly<Record<string, unknown>> | null | undefined): string[] {
  const sources = Object.keys(volume ?? {}).filter(
    (key) => key !== "name" && volume?.[key] !== undefined && volume[key] !== null,
  );
  // Without any source the API server makes it an emptyDir.
  return sources.some((source) => VOLUMES.includes(source)) ? [] : sources;
}
