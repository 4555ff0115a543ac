import "server-only";
import type { Work } from "./unit-of-work.ts";

/** Milestones that were moved, each with its day (ISO date). */
export async function listMovedMilestones(work: Work, assessmentId: string): Promise<Map<string, string>> {
  const rows = await work.movedMilestone.findMany({ where: { assessmentId } });
  return new Map(rows.map(({ milestone, onDay }) => [milestone, onDay.toISOString().slice(0, 10)]));
}

/** Null puts it back to the day that the calendar has for it. */
export async function storeMovedMilestone(
  work: Work,
  organizationId: string,
  assessmentId: string,
  { milestone, on }: { milestone: string; on: string | null },
  moved: { by: string; at: Date },
): Promise<void> {
  if (on === null) {
    await work.movedMilestone.deleteMany({ where: { assessmentId, milestone } });
    return;
  }
  const said = { onDay: new Date(`${on}T00:00:00Z`), movedBy: moved.by, movedAt: moved.at };
  await work.movedMilestone.upsert({
    where: { organizationId_assessmentId_milestone: { organizationId, assessmentId, milestone } },
    create: { organizationId, assessmentId, milestone, ...said },
    update: said,
  });
}

export type ReminderRow = {
  memberId: string;
  memberName: string;
  on: string;
  questions: number;
  /** unclear: it may have arrived. */
  outcome: "sending" | "sent" | "failed" | "unclear";
  reason: string;
  by: string;
  at: Date;
};

/** More than one day's reminders to everybody. */
const MOST_LISTED = 500;

/** Reminders of an assessment, newest first. */
export async function listReminders(work: Work, assessmentId: string): Promise<ReminderRow[]> {
  const rows = await work.sentReminder.findMany({
    where: { assessmentId },
    orderBy: { sentAt: "desc" },
    take: MOST_LISTED,
  });
  return rows.map(({ memberId, memberName, onDay, questions, outcome, reason, senderName, sentAt }) => ({
    ...{ memberId, memberName, questions, reason, by: senderName, at: sentAt },
    on: onDay.toISOString().slice(0, 10),
    outcome: outcome as ReminderRow["outcome"],
  }));
}

type Claim = Pick<ReminderRow, "memberId" | "memberName" | "on" | "questions" | "at"> & {
  by: { id: string; name: string };
};

/** False when somebody sends, or has sent, that member a reminder on that day. One that failed may be tried again. */
export async function claimReminder(
  work: Work,
  organizationId: string,
  assessmentId: string,
  { memberId, memberName, on, questions, at, by }: Claim,
): Promise<boolean> {
  const onDay = new Date(`${on}T00:00:00Z`);
  const key = { organizationId, assessmentId, memberId, onDay };
  const row = { ...key, memberName, questions, outcome: "sending", sentBy: by.id, senderName: by.name, sentAt: at };
  const { count } = await work.sentReminder.createMany({ data: [row], skipDuplicates: true });
  if (count === 1) return true;
  const again = await work.sentReminder.updateMany({
    where: { ...key, outcome: "failed" },
    data: { outcome: "sending", reason: "", questions, sentBy: by.id, senderName: by.name, sentAt: at },
  });
  return again.count === 1;
}

export async function storeReminderOutcome(
  work: Work,
  { assessmentId, memberId, on }: { assessmentId: string; memberId: string; on: string },
  outcome: Pick<ReminderRow, "outcome" | "reason">,
): Promise<void> {
  await work.sentReminder.updateMany({
    where: { assessmentId, memberId, onDay: new Date(`${on}T00:00:00Z`) },
    data: outcome,
  });
}
