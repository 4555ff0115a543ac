import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked by `npm test`; a build that people wait for does not repeat it.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  productionBrowserSourceMaps: false,
  serverExternalPackages: [
    "@node-rs/argon2",
    "pdfkit",
    "fontkit",
    "highs",
    "pg",
    "@prisma/client",
    "@prisma/adapter-pg",
    "yauzl",
    "tar-stream",
  ],
  experimental: { serverActions: { bodySizeLimit: "900kb" } },
};

export default config;
