import type { Permission, Role } from "./permissions.ts";

/** Whoever calls a verb: a person, and the organization (by its slug in the URL) in which they act. */
export type Actor = { userId: string; organization: string };

/** What the database knows of the actor in that organization; read anew in every unit of work. */
export type ActingMember = {
  userId: string;
  name: string;
  role: Role;
  organizationId: string;
  organization: string;
  organizationName: string;
  scanMaxAgeDays: number;
};

/** Attached to every verb, so that the authorization matrix can walk over them. */
export type VerbDeclaration = { name: string; may: Permission | "own-account"; writes: boolean };
