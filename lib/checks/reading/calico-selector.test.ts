import { expect, test } from "vitest";
import { calicoSelectorMatches } from "./calico-selector.ts";

const LABELS = { app: "web", tier: "front" };

test.each([
  undefined,
  "",
  "all()",
  "app == 'web'",
  'app == "web"',
  "app != 'api'",
  "has(app)",
  "!has(zone)",
  "app in {'api', 'web'}",
  "zone not in {'a'}",
  "app == 'web' && tier == 'front'",
])("%s selects", (selector) => expect(calicoSelectorMatches(selector, LABELS)).toBe(true));

test.each([
  "app == 'api'",
  "app != 'web'",
  "has(zone)",
  "!has(app)",
  "app in {'api'}",
  "app not in { 'web' }",
  "app == 'web' && tier == 'back'",
  "app == 'web' || app == 'api'",
  "nonsense",
  7,
])("%s does not, or is not understood", (selector) => expect(calicoSelectorMatches(selector, LABELS)).toBe(false));
