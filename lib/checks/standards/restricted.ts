import type { Workload } from "#lib/kubernetes/pod.ts";
import { foreignSourcesOf, isConfiningType, RUN_AS_USER_SINCE } from "./allowed.ts";
import { unmasksProc } from "./baseline.ts";
import { hasOwnUsers, isWindows, listOf, type Sight, sightOf } from "./sight.ts";

/** A control that the restricted level adds: its name, since when it is asked, and whether a pod violates it. */
const CONTROLS: { id: string; since: number; violated: (sight: Sight) => boolean }[] = [
  {
    id: "allowPrivilegeEscalation",
    since: 8,
    violated: (sight) =>
      !isWindows(sight) && sight.containers.some(({ context }) => context.allowPrivilegeEscalation !== false),
  },
  { id: "capabilities_restricted", since: 22, violated: (sight) => !isWindows(sight) && violatesCapabilities(sight) },
  { id: "procMount_restricted", since: 35, violated: unmasksProc },
  { id: "restrictedVolumes", since: 0, violated: violatesVolumes },
  { id: "runAsNonRoot", since: 0, violated: (sight) => !hasOwnUsers(sight) && violatesNonRoot(sight) },
  {
    id: "runAsUser",
    since: RUN_AS_USER_SINCE,
    violated: (sight) =>
      !hasOwnUsers(sight) &&
      [sight.context, ...sight.containers.map((each) => each.context)].some(({ runAsUser }) => runAsUser === 0),
  },
  { id: "seccompProfile_restricted", since: 19, violated: (sight) => !isWindows(sight) && violatesSeccomp(sight) },
];

/** Ids of the restricted controls that a workload's pod violates at a minor version. */
export function restrictedViolations(workload: Workload, minor: number): string[] {
  const sight = sightOf(workload, minor);
  return CONTROLS.filter(({ since, violated }) => minor >= since && violated(sight)).map(({ id }) => id);
}

function violatesCapabilities({ containers }: Sight): boolean {
  return containers.some(
    ({ context }) =>
      !listOf(context.capabilities?.drop).includes("ALL") ||
      listOf(context.capabilities?.add).some((name) => name !== "NET_BIND_SERVICE"),
  );
}

function violatesVolumes({ pod }: Sight): boolean {
  return listOf(pod.volumes).some((volume) => foreignSourcesOf(volume).length > 0);
}

/** The pod says it and no container takes it back, or every container says it. */
function violatesNonRoot({ context, containers }: Sight): boolean {
  if (containers.some((each) => each.context.runAsNonRoot === false)) return true;
  if (context.runAsNonRoot === true) return false;
  return containers.length === 0 || !containers.every((each) => each.context.runAsNonRoot === true);
}

function violatesSeccomp({ context, containers }: Sight): boolean {
  const own = containers.map((each) => each.context.seccompProfile?.type);
  if (own.some((type) => type !== undefined && !isConfiningType(type))) return true;
  const podType = context.seccompProfile?.type;
  if (podType !== undefined && !isConfiningType(podType)) return true;
  return !isConfiningType(podType) && own.some((type) => type === undefined);
}
