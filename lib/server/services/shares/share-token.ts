import { createHash, randomBytes } from "node:crypto";

const SHAPE = /^[A-Za-z0-9_-]{43}$/;

/** 256 bits of chance: nobody guesses it. It is told once and stored nowhere. */
export function makeShareToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored of a token; null: it is none. */
export function hashOfShareToken(token: string): string | null {
  return SHAPE.test(token) ? createHash("sha256").update(token).digest("hex") : null;
}
