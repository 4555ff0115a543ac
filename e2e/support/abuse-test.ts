import { test as base, expect } from "./test.ts";
import { ask, broken } from "./wire.ts";

export { expect };

/** A test that also asserts, at its end, that the process is alive and that nothing it asked was answered with 5xx. */
export const test = base.extend<{ alive: undefined }>({
  alive: [
    async ({ baseURL: _ }, use) => {
      broken.length = 0;
      await use(undefined);
      expect((await ask({ path: "/api/health" })).body).toBe('{"status":"ok"}');
      expect(broken).toEqual([]);
    },
    { auto: true },
  ],
});
