import "./globals.css";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { THEME_COOKIE, themeOf } from "#components/ui/theme.ts";
import { ToastRegion } from "#components/ui/toast-region.tsx";
import { mono, sans } from "./fonts.ts";

export const metadata: Metadata = {
  title: { default: "Chartroom", template: "%s · Chartroom" },
  description: "A Kubernetes Health Assessment that ends in a funded 12-month roadmap.",
  robots: { index: false, follow: false },
};
export const viewport: Viewport = { colorScheme: "light dark" };
// Every page is somebody's: nothing is made at build time.
export const dynamic = "force-dynamic";

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = themeOf((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <html lang="en" className={`${sans.variable} ${mono.variable}`} data-theme={theme === "system" ? undefined : theme}>
      <body>
        {children}
        <ToastRegion />
      </body>
    </html>
  );
}
