const SECONDS: Readonly<Record<string, number>> = { ns: 1e-9, us: 1e-6, µs: 1e-6, ms: 1e-3, s: 1, m: 60, h: 3600 };

/** Seconds of a duration as Go writes it ("1h30m0s", "300ms", "0"); undefined when it is none. */
export function secondsOf(duration: unknown): number | undefined {
  if (duration === 0 || duration === "0") return 0;
  if (typeof duration !== "string" || duration.length > 60) return undefined;
  const unsigned = duration.replace(/^[-+]/, "");
  const parts = [...unsigned.matchAll(/(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)/gy)];
  const sign = duration.startsWith("-") ? -1 : 1;
  if (parts.length === 0 || parts.map(([all]) => all).join("") !== unsigned) return undefined;
  return sign * parts.reduce((sum, [, count, unit]) => sum + Number(count) * (SECONDS[unit ?? ""] ?? 0), 0);
}
