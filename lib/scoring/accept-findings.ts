import type { AcceptedExtent } from "#lib/evidence/accepted-extents.ts";
import type { Finding } from "./finding.ts";

/**
 * Marks how much of each finding of one cluster somebody answers for, by control. Risk, maturity and scores stay as they
 * are: accepted is not passed (product.md, "no tricks").
 */
export function acceptFindings(findings: readonly Finding[], extents: ReadonlyMap<string, AcceptedExtent>): Finding[] {
  return findings.map((finding) => {
    const accepted = extents.get(finding.control);
    return accepted ? { ...finding, accepted } : finding;
  });
}

/** True when nothing of a finding is left for anybody to do until an exception ends. */
export function isWhollyAccepted({ accepted, affected }: Pick<Finding, "accepted" | "affected">): boolean {
  return accepted !== undefined && affected > 0 && accepted.resources >= affected;
}
