import type { Role } from "./permissions.ts";

/** Whoever calls a verb: a signed-in member acting in one organization. */
export type Actor = {
  userId: string;
  name: string;
  organizationId: string;
  organizationSlug: string;
  organizationName: string;
  role: Role;
};
