import { EVIDENCE_FILE_LIMIT } from "#lib/contracts/evidence-limits.ts";
import { QUESTIONNAIRE_FILE_LIMIT } from "#lib/contracts/exchange-limits.ts";

const KIB = 1024;
export const UPLOAD_LIMIT = 512 * KIB * KIB;
const ACTION_LIMIT = 900 * KIB;
const SNAPSHOTS_PATH = /^\/[a-z0-9-]+\/clusters\/[0-9a-f-]{36}\/snapshots$/;
const EVIDENCE_PATH = /^\/[a-z0-9-]+\/assessments\/[0-9a-f-]{36}\/evidence\/files$/;
const QUESTIONNAIRE_PATH = /^\/[a-z0-9-]+\/assessments\/[0-9a-f-]{36}\/exchange\/compare$/;

/** Whether a path takes files: snapshots, evidence, or a questionnaire. */
export function isUpload(path: string): boolean {
  return SNAPSHOTS_PATH.test(path) || EVIDENCE_PATH.test(path) || QUESTIONNAIRE_PATH.test(path);
}

/** How many bytes a request to this path may bring. */
export function bodyLimit(path: string): number {
  if (EVIDENCE_PATH.test(path)) return EVIDENCE_FILE_LIMIT;
  if (QUESTIONNAIRE_PATH.test(path)) return QUESTIONNAIRE_FILE_LIMIT;
  if (isUpload(path)) return UPLOAD_LIMIT;
  return path.startsWith("/api/") ? 64 * KIB : ACTION_LIMIT;
}
