import type { ReactNode } from "react";

/** A place in the portal. `exact`: only this very address is "here", not what lies beneath. */
export type NavItem = { title: string; href: string; icon?: ReactNode; count?: number; exact?: boolean };
/** `of`: the address of the assessment whose stations these are; of such groups one is shown at a time. */
export type NavGroup = { title?: string; of?: string; items: readonly NavItem[] };

/** Something that the command palette can go to. */
export type PaletteItem = {
  title: string;
  href: string;
  group: string;
  hint?: string;
  keywords?: readonly string[];
  /** Goes there without leaving the page; else the address is opened. */
  go?: () => void;
};

/** Whether an item is where one is. */
export function isHere(item: Pick<NavItem, "href" | "exact">, path: string): boolean {
  return path === item.href || (!item.exact && path.startsWith(`${item.href}/`));
}

/** The groups to show where one is: of the assessments the one that one is in, else the first. */
export function groupsAt(groups: readonly NavGroup[], path: string): NavGroup[] {
  const assessments = groups.filter((group) => group.of !== undefined);
  const entered = assessments.find(({ of = "" }) => isHere({ href: of }, path)) ?? assessments[0];
  return groups.filter((group) => group.of === undefined || group === entered);
}

/** The item that one is at: of several, the one with the longest address. */
export function currentHref(groups: readonly NavGroup[], path: string): string | null {
  const here = groups.flatMap((group) => group.items).filter((item) => isHere(item, path));
  return here.toSorted((a, b) => b.href.length - a.href.length)[0]?.href ?? null;
}
