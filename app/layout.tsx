import "./globals.css";
import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";

export const metadata: Metadata = {
  title: { default: "Chartroom", template: "%s · Chartroom" },
  description: "A Kubernetes Health Assessment that ends in a funded 12-month roadmap.",
  robots: { index: false, follow: false },
};
export const viewport: Viewport = { colorScheme: "light dark" };
// Every page is somebody's: nothing is made at build time.
export const dynamic = "force-dynamic";

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={`${GeistSans.variable} ${GeistMono.variable}`} suppressHydrationWarning>
      <body>{children}</body>
    </html>
  );
}
