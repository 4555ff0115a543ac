export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** Name of the cookie that keeps the choice, so that the server draws the page in it and nothing flashes. */
export const THEME_COOKIE = "theme";

/** What a cookie says; anything unknown follows the system. */
export function themeOf(cookie: string | undefined): Theme {
  return THEMES.find((theme) => theme === cookie) ?? "system";
}
