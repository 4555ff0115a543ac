import { ABOUT_A_TOOL } from "#lib/catalog/conditions.ts";
import type { ClusterVerdicts, ControlVerdict } from "./evidence.ts";

/**
 * Verdicts of a cluster with what does not concern it taken out: a control that this cluster is not asked about does not apply
 * to it, unless a machine found something to look at (more than that a tool is missing). What was answered counts where no cluster is asked, for then somebody
 * answered all the same. `leftOut`: control to reason.
 */
export function leaveOut(
  of: ClusterVerdicts,
  leftOut: ReadonlyMap<string, string>,
  leftOutOnAll: ReadonlyMap<string, string>,
): ClusterVerdicts {
  if (leftOut.size === 0) return of;
  const judge = (verdict: ControlVerdict): ControlVerdict => {
    const because = leftOut.get(verdict.control);
    const isSeen = verdict.decidedBy === "observed" || verdict.decidedBy === "reported";
    if (because === undefined || (isSeen && !ABOUT_A_TOOL.has(verdict.control))) return verdict;
    if (verdict.decidedBy === "attested" && leftOutOnAll.has(verdict.control)) return verdict;
    return { ...verdict, maturity: null, applicable: false, decidedBy: null, because };
  };
  return { ...of, verdicts: of.verdicts.map(judge) };
}
