import { Notice } from "#components/ui/notice.tsx";
import { Section } from "#components/ui/section.tsx";
import type { Approvals, Approve } from "./approvals.ts";
import { ApproveForm } from "./approve-form.tsx";
import { ApprovedVersion } from "./approved-version.tsx";

type Props = { approvals: Approvals; approve: Approve };

/** Which version is approved, by whom and with what budget; and, for a leader, the newest one to approve. */
export function ApprovalSection({ approvals: { approvals, waiting, mayApprove, ...form }, approve }: Props) {
  const [inForce, ...earlier] = approvals;
  return (
    <Section title="Approval" id="approval">
      <div className="flex flex-col gap-6">
        {inForce ? (
          <ApprovedVersion approval={inForce} today={form.today} />
        ) : (
          <p className="text-muted">Nobody has approved this roadmap yet.</p>
        )}
        {waiting && inForce && (
          <Notice>
            Version {waiting.version} was planned after that and is not approved. What is approved stays version{" "}
            {inForce.version} until a leader approves a later one.
          </Notice>
        )}
        {waiting &&
          (mayApprove ? (
            <ApproveForm key={waiting.version} {...form} waiting={waiting} approve={approve} />
          ) : (
            <p className="text-muted">A leader approves version {waiting.version}.</p>
          ))}
        {earlier.length > 0 && (
          <details>
            <summary className="cursor-pointer text-muted">Approved before ({earlier.length})</summary>
            <div className="mt-4 flex flex-col gap-6">
              {earlier.map((approval) => (
                <ApprovedVersion key={approval.version} approval={approval} today={form.today} superseded />
              ))}
            </div>
          </details>
        )}
      </div>
    </Section>
  );
}
