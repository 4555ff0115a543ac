import { randomBytes } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { refuseAuthRequest } from "./auth-endpoints.ts";

beforeAll(() => {
  Object.assign(process.env, {
    DATABASE_URL: "postgresql://localhost/x",
    APP_DATABASE_URL: "postgresql://localhost/x",
    NEXTAUTH_SECRET: randomBytes(32).toString("base64"),
    NEXTAUTH_URL: "https://chartroom.example.com",
    CHARTROOM_KEY: randomBytes(32).toString("base64"),
  });
});

const asked = { method: "GET", action: "csrf", callbackUrl: null, cookies: [] };

describe("what is asked of next-auth", () => {
  test.each([
    ["GET", "csrf"],
    ["GET", "providers"],
    ["GET", "session"],
    ["GET", "signin"],
    ["GET", "error"],
    ["POST", "callback/credentials"],
    ["POST", "signout"],
  ])("%s %s is offered", (method, action) => {
    expect(refuseAuthRequest({ ...asked, method, action })).toBeNull();
  });

  test.each([
    ["GET", "callback/credentials"],
    ["GET", "callback/google"],
    ["POST", "callback/google"],
    ["POST", "_log"],
    ["GET", "signout"],
    ["GET", "verify-request"],
    ["POST", "session"],
    ["POST", "signin/credentials"],
    ["PUT", "csrf"],
    ["GET", "__proto__"],
    ["__proto__", "csrf"],
    ["GET", "callback/credentials/x"],
  ])("%s %s does not exist", (method, action) => {
    expect(refuseAuthRequest({ ...asked, method, action })?.status).toBe(404);
  });

  test.each(["/", "/account", "https://chartroom.example.com", "https://chartroom.example.com/account?a=b"])(
    "%s may come back",
    (callbackUrl) => {
      expect(
        refuseAuthRequest({
          ...asked,
          callbackUrl,
          cookies: [{ name: "__Secure-next-auth.callback-url", value: callbackUrl }],
        }),
      ).toBeNull();
    },
  );

  test.each([
    "",
    "x",
    "//evil.example",
    "javascript:alert(1)",
    "https://",
    "https://chartroom.example.com.evil.example",
    "http://chartroom.example.com/",
  ])("%j may not, and its cookie is taken away", (callbackUrl) => {
    expect(refuseAuthRequest({ ...asked, callbackUrl })?.status).toBe(400);
    const answer = refuseAuthRequest({
      ...asked,
      cookies: [{ name: "__Secure-next-auth.callback-url", value: callbackUrl }],
    });
    expect([answer?.status, answer?.headers.get("set-cookie")]).toEqual([
      400,
      "__Secure-next-auth.callback-url=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure",
    ]);
  });
});
