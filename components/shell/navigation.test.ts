import { expect, test } from "vitest";
import { currentHref, groupsAt, type NavGroup } from "./navigation.ts";

const GROUPS: NavGroup[] = [
  {
    items: [
      { title: "Overview", href: "/bank", exact: true },
      { title: "Clusters", href: "/bank/clusters" },
    ],
  },
  {
    title: "Winter",
    items: [
      { title: "Assessment", href: "/bank/a/1" },
      { title: "Roadmap", href: "/bank/a/1/roadmap" },
    ],
  },
];

test("the deepest item that leads here is the current one", () => {
  expect(currentHref(GROUPS, "/bank")).toBe("/bank");
  expect(currentHref(GROUPS, "/bank/clusters/7/scans")).toBe("/bank/clusters");
  expect(currentHref(GROUPS, "/bank/a/1/roadmap")).toBe("/bank/a/1/roadmap");
  expect(currentHref(GROUPS, "/bank/a/1/findings")).toBe("/bank/a/1");
});

test("an address that only begins alike is not here", () => {
  expect(currentHref(GROUPS, "/bank/clusters-old")).toBeNull();
  expect(currentHref(GROUPS, "/bank/members")).toBeNull();
});

test("of several assessments the one that one is in is shown, else the newest", () => {
  const stations = (id: string): NavGroup => ({
    title: id,
    of: `/bank/a/${id}`,
    items: [{ title: "Maps", href: `/bank/a/${id}/map` }],
  });
  const groups = [{ items: [] }, stations("new"), stations("old"), { title: "Organization", items: [] }];
  const shown = (path: string) => groupsAt(groups, path).map(({ title }) => title);
  expect(shown("/bank")).toEqual([undefined, "new", "Organization"]);
  expect(shown("/bank/a/old")).toEqual([undefined, "old", "Organization"]);
  expect(shown("/bank/a/old/map")).toEqual([undefined, "old", "Organization"]);
  expect(shown("/bank/a/older/map")).toEqual([undefined, "new", "Organization"]);
});
