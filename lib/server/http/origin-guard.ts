const READING = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Whoever changes something must come from our own pages: the browser's Origin is the configured one, letter by letter.
 * Absent, "null" and foreign are refused; neither Host nor X-Forwarded-Host has a say.
 */
export function isOwnOrigin(method: string, origin: string | undefined, ownOrigin: string): boolean {
  return READING.has(method) || origin === ownOrigin;
}

export const METHODS = new Set(["GET", "HEAD", "OPTIONS", "POST"]);
