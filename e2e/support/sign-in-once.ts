import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import type { Role } from "#lib/access/permissions.ts";
import { emailOf, FOREIGN, GROUND, PASSWORD } from "./people.ts";
import { type Answer, ask, post } from "./wire.ts";

const FOLDER = ".data/test/cookies";
const SESSION = "next-auth.session-token";

/** Signs in as the form does. Answers the session cookie, or null. */
export async function signInFor(
  email: string,
  password: string,
  more: { from?: string; cookie?: string; headers?: Record<string, string> } = {},
): Promise<{ cookie: string | null; answer: Answer }> {
  const csrf = await ask({ path: "/api/auth/csrf", from: more.from });
  const { csrfToken } = JSON.parse(csrf.body);
  const form = new URLSearchParams({ csrfToken, email, password, json: "true" });
  const answer = await post({
    path: "/api/auth/callback/credentials?json=true",
    body: form.toString(),
    from: more.from,
    cookie: [cookieIn(csrf, "next-auth.csrf-token"), more.cookie].filter(Boolean).join("; "),
    headers: { "content-type": "application/x-www-form-urlencoded", ...more.headers },
  });
  return { cookie: cookieIn(answer, SESSION), answer };
}

/** "name=value" of a cookie that an answer sets, or null. */
export function cookieIn(answer: Answer, name: string): string | null {
  const set = (answer.headers["set-cookie"] ?? []).find((line) => line.startsWith(`${name}=`))?.split(";")[0];
  return set && set !== `${name}=` ? set : null;
}

/** The cookie of an account, from a sign-in that all specs of the run share. Never sign out of it. */
export async function cookieOf(email: string): Promise<string> {
  const file = `${FOLDER}/${email}.txt`;
  if (existsSync(file)) return readFileSync(file, "utf8");
  const { cookie } = await signInFor(email, PASSWORD);
  if (!cookie) throw new Error(`${email} could not sign in`);
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(file, cookie);
  return cookie;
}

export const demoCookie = (role: Role) => cookieOf(emailOf(role));
export const groundCookie = (role: Role) => cookieOf(`${role}@${GROUND.domain}`);
export const foreignCookie = () => cookieOf(FOREIGN.email);
/** A member of the proving ground that one test alone may spend. */
export const spareEmail = (number: number) => `spare-${number}@${GROUND.domain}`;

/** For a browser context. */
export function asBrowserCookie(cookie: string): { name: string; value: string; domain: string; path: string } {
  const [name = "", ...value] = cookie.split("=");
  return { name, value: value.join("="), domain: "localhost", path: "/" };
}
