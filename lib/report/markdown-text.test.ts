import { expect, test } from "vitest";
import { markdownText } from "./markdown-text.ts";

test("ordinary words stay as they are", () => {
  for (const text of ["14 of 31 workloads run privileged (52.9 %)", "kube-system/coredns", "R&D's 2.1 plan"])
    expect(markdownText(text)).toBe(text);
});

test("F02 nothing becomes a link, an image, a mention, a heading, a list, a table or HTML", () => {
  expect(markdownText("[a](javascript:x)")).toBe("\\[a\\](javascript:x)");
  expect(markdownText("![a](https://evil.example/p.png)")).not.toContain("https://");
  expect(markdownText("<img src=x onerror=alert(1)>")).toBe("\\<img src=x onerror=alert(1)\\>");
  expect(markdownText("# a")).toBe("\\# a");
  expect(markdownText("- a")).toBe("\\- a");
  expect(markdownText("1. a")).toBe("1\\. a");
  expect(markdownText("a | b\nc")).toBe("a \\| b c");
  expect(markdownText("@security &lt;b&gt;")).toBe("\\@security \\&lt;b\\&gt;");
  expect(markdownText("a\u202eb\u0000c")).toBe("abc");
});
