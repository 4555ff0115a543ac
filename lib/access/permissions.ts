/** Who may do what, as data. The server enforces it; a button asks the same table. */

export const ROLES = ["leader", "architect", "consultant", "admin"] as const;
export type Role = (typeof ROLES)[number];

export const PERMISSIONS = [
  "organization.read",
  "members.read",
  "members.write",
  "clusters.read",
  "clusters.write",
  "snapshots.upload",
  "assessments.read",
  "assessments.write",
  "answers.write",
  "answers.review",
  "threads.write",
  "blind.manage",
  "assessments.sign",
  "risk.override",
  "exceptions.write",
  "roadmap.plan",
  "roadmap.approve",
  "initiatives.claim",
  "cockpit.write",
  "report.export",
  "report.share",
  "branding.write",
  "audit.read",
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const READING = ["organization.read", "members.read", "clusters.read", "assessments.read", "report.export"] as const;

export const GRANTS: Record<Role, readonly Permission[]> = {
  leader: [
    ...READING,
    "answers.review",
    "threads.write",
    "assessments.sign",
    "risk.override",
    "exceptions.write",
    "roadmap.plan",
    "roadmap.approve",
    "report.share",
    "audit.read",
  ],
  architect: [
    ...READING,
    "clusters.write",
    "snapshots.upload",
    "assessments.write",
    "answers.write",
    "answers.review",
    "threads.write",
    "roadmap.plan",
    "initiatives.claim",
  ],
  consultant: [
    ...READING,
    "clusters.write",
    "snapshots.upload",
    "assessments.write",
    "answers.write",
    "answers.review",
    "threads.write",
    "blind.manage",
    "risk.override",
    "exceptions.write",
    "roadmap.plan",
    "initiatives.claim",
    "cockpit.write",
    "report.share",
    "branding.write",
  ],
  admin: PERMISSIONS,
};

export function can(role: Role, permission: Permission): boolean {
  return GRANTS[role].includes(permission);
}
