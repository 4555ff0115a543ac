import { expect, test } from "vitest";
import { initialsOf } from "./initials.ts";

test.each([
  ["Mira Keller", "MK"],
  ["Mira", "M"],
  ["Ana de la Cruz", "AC"],
  ["  élodie   ørsted ", "ÉØ"],
  ["", "?"],
])("%s: %s", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
