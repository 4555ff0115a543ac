import { expect, test } from "vitest";
import { smtpOptions } from "./smtp-options.ts";

test.each([
  ["smtp://account:secret@mail.example", true],
  ["smtp://account:secret@mail.example:587", true],
  ["smtp://account:secret@mail.example?requireTLS=false", undefined],
  ["smtp://account:secret@mail.example?ignoreTLS=true", undefined],
  ["smtp://account:secret@127.0.0.1:2525", undefined],
  ["smtp://account:secret@localhost", undefined],
  ["smtp://account:secret@localhost.example", true],
  ["smtp://relay.example", undefined],
  ["smtps://account:secret@mail.example", undefined],
])("a password goes only where it is encrypted: %s", (url, requireTLS) => {
  const options: { requireTLS?: boolean } = smtpOptions(url);
  expect(options.requireTLS).toBe(requireTLS);
});
