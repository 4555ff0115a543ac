/** The minor number of "1.34" (34); Infinity when it cannot be read, so that the newest behaviour is assumed. */
export function kubernetesMinor(version: string): number {
  const minor = /^v?1\.(\d+)/.exec(version)?.[1];
  return minor === undefined ? Number.POSITIVE_INFINITY : Number(minor);
}
