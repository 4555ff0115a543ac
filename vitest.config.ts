import { defineConfig } from "vitest/config";

// "server-only" throws outside React's server bundle; the services are tested in plain Node.
const alias = { "server-only": new URL("./lib/server/runtime/server-only.stub.ts", import.meta.url).pathname };

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["{lib,components,cli,bench,fixtures}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.integration.test.ts", "**/node_modules/**"],
          environment: "node",
          testTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "integration",
          include: ["{lib,cli}/**/*.integration.test.ts"],
          environment: "node",
          globalSetup: ["./lib/server/db/embedded.global-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
