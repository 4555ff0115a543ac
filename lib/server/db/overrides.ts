import "server-only";
import type { Work } from "./unit-of-work.ts";

export type OverrideRow = {
  of: "risk" | "effort";
  subject: string;
  value: number;
  reason: string;
  by: string;
  at: string;
};

export async function listOverrides(work: Work, assessmentId: string): Promise<OverrideRow[]> {
  const rows = await work.override.findMany({ where: { assessmentId } });
  return rows.map((row) => ({
    of: row.of as OverrideRow["of"],
    subject: row.subject,
    value: row.value,
    reason: row.reason,
    by: row.setterName,
    at: row.setAt.toISOString(),
  }));
}

export async function storeOverride(
  work: Work,
  organizationId: string,
  assessmentId: string,
  override: { of: "risk" | "effort"; subject: string; value: number; reason: string; userId: string; userName: string },
): Promise<void> {
  const { of, subject, value, reason } = override;
  const set = { value, reason, setBy: override.userId, setterName: override.userName };
  await work.override.upsert({
    where: { organizationId_assessmentId_of_subject: { organizationId, assessmentId, of, subject } },
    create: { organizationId, assessmentId, of, subject, ...set },
    update: { ...set, setAt: new Date() },
  });
}

export async function removeOverride(
  work: Work,
  assessmentId: string,
  of: "risk" | "effort",
  subject: string,
): Promise<void> {
  await work.override.deleteMany({ where: { assessmentId, of, subject } });
}
