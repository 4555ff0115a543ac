import { expect, test } from "vitest";
import { sayExceptions, sayScope } from "./sentences-of-exceptions.ts";

const line = { kind: "", namespace: "", name: "", state: "in force", matches: 3 };

test("says how many exceptions hold, and how many results they cover", () => {
  expect(sayExceptions("prod", [])).toBe("Nothing is accepted on prod");
  expect(sayExceptions("prod", [{ ...line, state: "run out" }])).toBe("Nothing is accepted on prod");
  expect(sayExceptions("prod", [line])).toBe("1 exception covers 3 failing results on prod");
  expect(sayExceptions("prod", [line, { ...line, matches: null }])).toBe(
    "2 exceptions cover 3 failing results on prod",
  );
});

test("says what an exception speaks about", () => {
  expect(sayScope(line)).toBe("Every resource");
  expect(sayScope({ ...line, kind: "DaemonSet", namespace: "kube-*" })).toBe("Every DaemonSet in kube-*");
  expect(sayScope({ ...line, name: "agent" })).toBe("agent");
  expect(sayScope({ ...line, kind: "Pod", namespace: "shop", name: "web-*" })).toBe("Pod web-* in shop");
});
