import { z } from "zod";

const Email = z.email().max(254);

/**
 * One spelling for one mailbox, or null. ASCII only: look-alikes (fullwidth @, Kelvin sign, dotless i) are refused rather
 * than folded, and so are quoted local parts, which mail programs read in different ways.
 */
export function canonicalEmail(typed: string): string | null {
  const trimmed = typed.trim();
  if (/[^\u0021-\u007e]/.test(trimmed) || trimmed.includes('"')) return null;
  const parsed = Email.safeParse(trimmed.toLowerCase());
  return parsed.success ? parsed.data : null;
}
