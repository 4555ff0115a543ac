import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { LocatedObject } from "#lib/kubernetes/object.ts";
import { NOT_APPLICABLE, notAssessable, type Verdict } from "../check.ts";
import { BACKUP_TOOLS } from "./backup-tool.ts";
import { recordOf } from "./entries.ts";
import { workloadsRunning } from "./running-program.ts";

/** Velero's own objects of a kind: other tools have Backups and Schedules of theirs. */
export function veleroObjects(index: ClusterIndex, kind: string): readonly LocatedObject[] {
  return index.ofKind(kind).filter(({ object }) => object.apiVersion.startsWith("velero.io/"));
}

/** The verdict where no object of Velero tells about backups: another tool keeps its own books, or there is none at all. */
export function withoutVelero(index: ClusterIndex): Verdict {
  const tool = workloadsRunning(index, BACKUP_TOOLS)[0]?.program;
  if (tool === undefined) return NOT_APPLICABLE;
  if (tool === "Velero") return notAssessable("Velero runs, but its objects (velero.io) were not collected");
  return notAssessable(`${tool} runs, and this check reads only what Velero writes down: look there`);
}

export function phaseOf({ object }: LocatedObject): string {
  const { phase } = recordOf(object.status);
  return typeof phase === "string" ? phase : "";
}
