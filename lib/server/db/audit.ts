import "server-only";
import type { ActingMember } from "#lib/access/actor.ts";
import type { Work } from "./unit-of-work.ts";

export async function writeAuditEvent(
  work: Work,
  member: ActingMember,
  verb: string,
  about: { subject: string; details?: Record<string, string | number | boolean | null> },
): Promise<void> {
  await work.auditEvent.create({
    data: {
      organizationId: member.organizationId,
      userId: member.userId,
      verb,
      subject: about.subject,
      details: about.details ?? {},
    },
  });
}

/** An event that is no tenant's. createMany, because the application may write this table but never read it. */
export async function writeSecurityEvent(
  work: Work,
  kind: string,
  details: Record<string, string | number>,
): Promise<void> {
  await work.securityEvent.createMany({ data: [{ kind, details }] });
}
