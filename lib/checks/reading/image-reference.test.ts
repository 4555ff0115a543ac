import fc from "fast-check";
import { expect, test } from "vitest";
import { parseImageReference, registryOf } from "./image-reference.ts";

const HEX = "6b1b36b0f2c1d4f0a4a2f8d0b9f5c7c1c6e3d8f0a1b2c3d4e5f60718293a4b5c";

test.each([
  ["nginx", "nginx", null, null],
  ["nginx:1.29", "nginx", "1.29", null],
  ["registry.example:5000/shop/web", "registry.example:5000/shop/web", null, null],
  ["registry.example:5000/shop/web:1.4.2", "registry.example:5000/shop/web", "1.4.2", null],
  [`localhost:5000/web:1@sha256:${HEX}`, "localhost:5000/web", "1", `sha256:${HEX}`],
  [`web@sha256:${HEX}`, "web", null, `sha256:${HEX}`],
  ["[2001:db8::1]:5000/web:2", "[2001:db8::1]:5000/web", "2", null],
])("%s comes apart at the right colons", (image, repository, tag, digest) => {
  expect(parseImageReference(image)).toEqual({ repository, tag, digest });
});

test.each(["", " ", "{{ .Values.image }}", "$(IMAGE)", "web:", "web:1:2", "web@sha256:short", "/web", "a b", 7, null])(
  "%s is no reference",
  (image) => {
    expect(parseImageReference(image)).toBeNull();
  },
);

test("what is put together comes apart again", () => {
  const part = fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,8}$/);
  const host = fc.option(fc.tuple(part, fc.option(fc.integer({ min: 1, max: 65_535 }), { nil: null })), { nil: null });
  const path = fc.array(part, { minLength: 1, maxLength: 3 });
  const tag = fc.option(fc.stringMatching(/^[\w][\w.-]{0,20}$/), { nil: null });
  fc.assert(
    fc.property(host, path, tag, fc.boolean(), (registry, parts, version, isPinned) => {
      const prefix = registry ? `${registry[0]}${registry[1] === null ? "" : `:${registry[1]}`}/` : "";
      const repository = prefix + parts.join("/");
      const digest = isPinned ? `sha256:${HEX}` : null;
      const image = `${repository}${version === null ? "" : `:${version}`}${digest === null ? "" : `@${digest}`}`;
      expect(parseImageReference(image)).toEqual({ repository, tag: version, digest });
    }),
  );
});

test.each([
  ["nginx", null],
  ["shop/web", null],
  ["registry.example/shop/web", "registry.example"],
  ["GHCR.io/shop/web", "ghcr.io"],
  ["localhost/web", "localhost"],
  ["build:5000/web", "build:5000"],
  ["[2001:db8::1]:5000/web", "[2001:db8::1]:5000"],
])("%s names the registry %s", (repository, registry) => {
  expect(registryOf(repository)).toBe(registry);
});
