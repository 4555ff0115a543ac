import type { PodSecurityVerdict, Result, ScanReport } from "#lib/checks/result.ts";
import type { ScanSettings } from "#lib/checks/settings.ts";

/** What the scanning thread is told; times in ISO 8601. */
export type WorkerTask = {
  path: string;
  fileName: string;
  settings: ScanSettings;
  observedAt: string | undefined;
  receivedAt: string | undefined;
};

/**
 * What the scanning thread says. Long lists come in parts, the next one when the last is taken over: taking over blocks the
 * receiving thread, and a person's next click must not wait for a whole cluster.
 */
export type WorkerMessage =
  | { stage: "reading" | "scanning"; done: number; of: number }
  | { results: Result[] }
  | { podSecurity: PodSecurityVerdict[] }
  | { refused: string }
  | {
      report: Omit<ScanReport, "results" | "podSecurity">;
      redactedObjects: Uint8Array;
      sha256: string;
      bytes: number;
    };

/** Items of one part. */
export const PART = 2_000;

/** What the receiving thread answers when it has taken over a part. */
export const TAKEN = "taken";
