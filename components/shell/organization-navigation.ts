import {
  AtSign,
  CalendarClock,
  CalendarRange,
  ChartScatter,
  ClipboardList,
  FileCheck2,
  FileDown,
  Flag,
  Gauge,
  Handshake,
  House,
  ListChecks,
  ListTodo,
  type LucideIcon,
  Map as MapIcon,
  MessageCircleQuestionMark,
  ScanSearch,
  Server,
  Split,
  Stamp,
  UserRoundCheck,
  Users,
} from "lucide-react";
import { createElement } from "react";
import { can, type Permission, type Role } from "#lib/access/permissions.ts";
import type { NavGroup, PaletteItem } from "./navigation.ts";

type Assessment = { id: string; name: string };

/** Stations of an assessment, in the order of the road. */
const STATIONS = [
  { title: "Standing", path: "", icon: Gauge },
  { title: "Cockpit", path: "/cockpit", icon: CalendarClock },
  { title: "Questionnaire", path: "/questionnaire", icon: ListChecks },
  { title: "Contradictions", path: "/contradictions", icon: Split },
  { title: "Review and sign-off", path: "/review", icon: FileCheck2 },
  { title: "Assignments", path: "/assignments", icon: UserRoundCheck },
  { title: "Workshop", path: "/workshop", icon: Handshake },
  { title: "Maps", path: "/map", icon: MapIcon },
  { title: "Findings", path: "/findings", icon: Flag },
  { title: "Scorecard", path: "/scorecard", icon: ChartScatter },
  { title: "Plans and roadmap", path: "/plan", icon: CalendarRange },
  { title: "Deliverables", path: "/deliverables", icon: FileDown },
] as const;

/** Icons stand beside words and say nothing of their own. */
const draw = (icon: LucideIcon) => createElement(icon, { "aria-hidden": true });

/** Newest assessment first: it is the one that is shown where one is in none. */
export function organizationNavigation(
  organization: string,
  assessments: readonly Assessment[],
  unreadMentions = 0,
): NavGroup[] {
  const home = `/${organization}`;
  const places: NavGroup = {
    items: [
      { title: "Where we stand", href: home, exact: true, icon: draw(House) },
      { title: "Clusters", href: `${home}/clusters`, icon: draw(Server) },
      { title: "Assessments", href: `${home}/assessments`, exact: assessments.length > 0, icon: draw(ClipboardList) },
      { title: "Your work", href: `${home}/my-work`, icon: draw(ListTodo) },
      { title: "Mentions of you", href: `${home}/mentions`, icon: draw(AtSign), count: unreadMentions },
    ],
  };
  const people: NavGroup = {
    title: "Organization",
    items: [
      { title: "Members", href: `${home}/members`, icon: draw(Users) },
      { title: "Checks", href: `${home}/checks`, icon: draw(ScanSearch) },
      { title: "Own questions", href: `${home}/questions`, icon: draw(MessageCircleQuestionMark) },
      { title: "Branding", href: `${home}/branding`, icon: draw(Stamp) },
    ],
  };
  return [places, ...assessments.map((assessment) => stationsOf(home, assessment)), people];
}

function stationsOf(home: string, { id, name }: Assessment): NavGroup {
  const of = `${home}/assessments/${id}`;
  return {
    title: name,
    of,
    items: STATIONS.map(({ title, path, icon }) => ({
      title,
      href: `${of}${path}`,
      exact: path === "",
      icon: draw(icon),
    })),
  };
}

/** What the role may not do is not offered. */
export function organizationPalette(
  organization: string,
  assessments: readonly Assessment[],
  role: Role,
): PaletteItem[] {
  const home = `/${organization}`;
  const doing: (PaletteItem & { may: Permission })[] = [
    { title: "Create a cluster", href: `${home}/clusters/new`, group: "Do", may: "clusters.write" },
    { title: "Start an assessment", href: `${home}/assessments/new`, group: "Do", may: "assessments.write" },
  ];
  return [
    { title: "Where we stand", href: home, group: "Go to" },
    { title: "Clusters", href: `${home}/clusters`, group: "Go to" },
    ...doing.filter(({ may }) => can(role, may)).map(({ may: _, ...item }) => item),
    { title: "Members", href: `${home}/members`, group: "Go to" },
    { title: "Your work", href: `${home}/my-work`, group: "Go to", keywords: ["my items", "tasks", "due"] },
    { title: "Mentions of you", href: `${home}/mentions`, group: "Go to", keywords: ["discussion", "comments"] },
    { title: "Checks", href: `${home}/checks`, group: "Go to", keywords: ["reference", "CIS", "rules"] },
    {
      title: "Own questions",
      href: `${home}/questions`,
      group: "Go to",
      keywords: ["import", "catalogue", "template"],
    },
    { title: "Branding", href: `${home}/branding`, group: "Go to", keywords: ["logo", "colour", "consultancy"] },
    { title: "Your account and sessions", href: "/account", group: "Go to", keywords: ["password", "sign out"] },
    ...assessments.flatMap(({ id, name }) =>
      STATIONS.map(({ title, path }) => ({ title, hint: name, group: name, href: `${home}/assessments/${id}${path}` })),
    ),
  ];
}
