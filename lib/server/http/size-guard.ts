const KIB = 1024;
export const UPLOAD_LIMIT = 512 * KIB * KIB;
const ACTION_LIMIT = 900 * KIB;
const UPLOAD_PATH = /^\/[a-z0-9-]+\/clusters\/[0-9a-f-]{36}\/snapshots$/;

/** Whether a path takes snapshots. */
export function isUpload(path: string): boolean {
  return UPLOAD_PATH.test(path);
}

/** How many bytes a request to this path may bring. */
export function bodyLimit(path: string): number {
  if (isUpload(path)) return UPLOAD_LIMIT;
  return path.startsWith("/api/") ? 64 * KIB : ACTION_LIMIT;
}
