import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const KNOWN = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** A Chromium for the tests: the one that is there, else Debian's package, else Playwright's own download (null). */
export async function findBrowser(): Promise<string | null> {
  const present = KNOWN.find((path) => existsSync(path));
  if (present) return present;
  if (process.platform === "linux" && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log("installing Debian's chromium (first time only)");
    const install = () =>
      spawnSync("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium"], {
        stdio: "ignore",
        env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      });
    if (install().status !== 0) {
      spawnSync("apt-get", ["update", "-q"], { stdio: "ignore" });
      install();
    }
    if (existsSync("/usr/bin/chromium")) return "/usr/bin/chromium";
  }
  spawnSync(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"], { stdio: "inherit" });
  return null;
}
