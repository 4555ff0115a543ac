import {
  CalendarRange,
  ChartScatter,
  ClipboardList,
  Flag,
  Gauge,
  House,
  ListChecks,
  type LucideIcon,
  Map as MapIcon,
  Server,
  Users,
} from "lucide-react";
import { createElement } from "react";
import type { NavGroup, PaletteItem } from "./navigation.ts";

type Assessment = { id: string; name: string };

/** Stations of an assessment, in the order of the road. */
const STATIONS = [
  { title: "Standing", path: "", icon: Gauge },
  { title: "Questionnaire", path: "/questionnaire", icon: ListChecks },
  { title: "Maps", path: "/map", icon: MapIcon },
  { title: "Findings", path: "/findings", icon: Flag },
  { title: "Scorecard", path: "/scorecard", icon: ChartScatter },
  { title: "Plans and roadmap", path: "/plan", icon: CalendarRange },
] as const;

/** Icons stand beside words and say nothing of their own. */
const draw = (icon: LucideIcon) => createElement(icon, { "aria-hidden": true });

export function organizationNavigation(organization: string, current: Assessment | undefined): NavGroup[] {
  const home = `/${organization}`;
  const places: NavGroup = {
    items: [
      { title: "Where we stand", href: home, exact: true, icon: draw(House) },
      { title: "Clusters", href: `${home}/clusters`, icon: draw(Server) },
      { title: "Assessments", href: `${home}/assessments`, exact: Boolean(current), icon: draw(ClipboardList) },
    ],
  };
  const people: NavGroup = {
    title: "Organization",
    items: [{ title: "Members", href: `${home}/members`, icon: draw(Users) }],
  };
  if (!current) return [places, people];
  const of = `${home}/assessments/${current.id}`;
  return [
    places,
    {
      title: current.name,
      items: STATIONS.map(({ title, path, icon }) => ({
        title,
        href: `${of}${path}`,
        exact: path === "",
        icon: draw(icon),
      })),
    },
    people,
  ];
}

export function organizationPalette(organization: string, assessments: readonly Assessment[]): PaletteItem[] {
  const home = `/${organization}`;
  return [
    { title: "Where we stand", href: home, group: "Go to" },
    { title: "Clusters", href: `${home}/clusters`, group: "Go to" },
    { title: "Create a cluster", href: `${home}/clusters/new`, group: "Do" },
    { title: "Start an assessment", href: `${home}/assessments/new`, group: "Do" },
    { title: "Members", href: `${home}/members`, group: "Go to" },
    { title: "Your account and sessions", href: "/account", group: "Go to", keywords: ["password", "sign out"] },
    ...assessments.flatMap(({ id, name }) =>
      STATIONS.map(({ title, path }) => ({ title, hint: name, group: name, href: `${home}/assessments/${id}${path}` })),
    ),
  ];
}
