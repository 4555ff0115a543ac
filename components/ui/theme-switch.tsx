"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useState } from "react";
import { THEME_COOKIE, THEMES, type Theme } from "./theme.ts";

const LABELS: Record<Theme, string> = { system: "As the system", light: "Light", dark: "Dark" };
const ICONS: Record<Theme, typeof Sun> = { system: Monitor, light: Sun, dark: Moon };
const A_YEAR = 31_536_000;

/** Light, dark or as the system says. Kept in a cookie; the layout sets `data-theme` from it. */
export function ThemeSwitch({ theme }: { theme: Theme }) {
  const [chosen, setChosen] = useState(theme);
  const choose = (next: Theme) => {
    setChosen(next);
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not everywhere yet
    document.cookie = `${THEME_COOKIE}=${next}; path=/; max-age=${A_YEAR}; samesite=lax`;
    if (next === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
  };
  return (
    <fieldset className="inline-flex rounded-control border border-hairline p-0.5">
      <legend className="sr-only">Theme</legend>
      {THEMES.map((each) => {
        const Icon = ICONS[each];
        return (
          <label
            key={each}
            title={LABELS[each]}
            className="relative grid h-6 w-8 place-items-center rounded-small text-muted hover:text-ink has-checked:bg-sunken has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              name="theme"
              value={each}
              checked={chosen === each}
              onChange={() => choose(each)}
              className="absolute inset-0 cursor-pointer appearance-none outline-none"
            />
            <Icon aria-hidden size={15} />
            <span className="sr-only">{LABELS[each]}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
