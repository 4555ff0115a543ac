import type { Skill } from "#lib/catalog/control.ts";

/** The skills as they are called, in the order of forms and bars. */
export const SKILL_NAMES: Record<Skill, string> = {
  platform: "Platform",
  security: "Security",
  application: "Application",
  cloud: "Cloud",
};
export const SKILLS_IN_ORDER = Object.keys(SKILL_NAMES) as Skill[];
