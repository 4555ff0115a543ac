import { stringsOf } from "./entries.ts";

/**
 * Cipher suites that Go itself calls insecure: RC4, 3DES, CBC with SHA-256, and every key exchange by RSA, which knows no
 * forward secrecy. What Kubernetes prints as "insecure values" of --tls-cipher-suites.
 */
const WEAK = /RC4|3DES|CBC_SHA256$|^TLS_RSA_/;

/** First minor release whose defaults hold none of them: built with Go 1.23. Go 1.22 still offered 3DES. */
const FIRST_STRONG_DEFAULT = 32;

/** The weak ones of a list, given as text ("A,B") or as list. */
export function weakSuites(list: unknown): string[] {
  const names = typeof list === "string" ? list.split(",") : stringsOf(list);
  return names.map((name) => name.trim()).filter((name) => WEAK.test(name));
}

/** Whether a program that names no suites offers weak ones, by the minor of its release. */
export function hasWeakDefault(minor: number): boolean {
  return minor < FIRST_STRONG_DEFAULT;
}

/** With TLS 1.3 as the least version the list plays no part: its suites are few and all strong. */
export function isOnlyTls13(minVersion: unknown): boolean {
  return minVersion === "VersionTLS13";
}
