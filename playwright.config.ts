import { defineConfig } from "@playwright/test";

const port = Number(process.env.E2E_PORT ?? 3107);
const chromium = process.env.E2E_CHROMIUM;

// Against the production build, started the way that people start it. Run by `npm test`, which brings the database.
export default defineConfig({
  testDir: "e2e",
  outputDir: ".data/test/playwright",
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  globalSetup: "./e2e/support/global-setup.ts",
  reporter: [["list"], ["json"]],
  use: {
    baseURL: `http://localhost:${port}`,
    trace: "retain-on-failure",
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    command: "node cli/start/bootstrap.mjs cli/quickstart.ts",
    url: `http://localhost:${port}/api/ready`,
    timeout: 240_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
    stdout: "pipe",
    env: {
      PORT: String(port),
      DATABASE_URL: process.env.E2E_DATABASE_URL ?? "",
      NEXTAUTH_URL: `http://localhost:${port}`,
      // Where the journey of the cockpit listens; nobody else is late.
      SMTP_URL: `smtp://127.0.0.1:${port + 4_000}`,
      MAIL_FROM: "Chartroom <chartroom@example.com>",
      CHARTROOM_DATA: ".data/e2e",
    },
  },
});
