import type { NavGroup, PaletteItem } from "./navigation.ts";

type Assessment = { id: string; name: string };

/** Stations of an assessment, in the order of the road. */
const STATIONS = [
  { title: "Standing", path: "" },
  { title: "Questionnaire", path: "/questionnaire" },
  { title: "Maps", path: "/map" },
  { title: "Findings", path: "/findings" },
  { title: "Scorecard", path: "/scorecard" },
  { title: "Plans and roadmap", path: "/plan" },
] as const;

export function organizationNavigation(organization: string, current: Assessment | undefined): NavGroup[] {
  const home = `/${organization}`;
  const places: NavGroup = {
    items: [
      { title: "Where we stand", href: home, exact: true },
      { title: "Clusters", href: `${home}/clusters` },
      { title: "Assessments", href: `${home}/assessments`, exact: Boolean(current) },
    ],
  };
  const people: NavGroup = { title: "Organization", items: [{ title: "Members", href: `${home}/members` }] };
  if (!current) return [places, people];
  const of = `${home}/assessments/${current.id}`;
  return [
    places,
    {
      title: current.name,
      items: STATIONS.map(({ title, path }) => ({ title, href: `${of}${path}`, exact: path === "" })),
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
