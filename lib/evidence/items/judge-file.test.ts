import { expect, test } from "vitest";
import { judgeFile } from "./judge-file.ts";

const text = (head: string, sniffed: string | null = null) => ({ bytes: 9, sniffed, isText: true, head });
const binary = (sniffed: string | null) => ({ bytes: 9, sniffed, isText: false, head: "" });

test.each([
  ["a.png", binary("image/png"), "image/png"],
  ["a.JPG", binary("image/jpeg"), "image/jpeg"],
  ["a.pdf", binary("application/pdf"), "application/pdf"],
  // A PDF can be written in ASCII alone.
  ["a.pdf", text("%PDF-1.7", "application/pdf"), "application/pdf"],
  ["notes.md", text("# Restore"), "text/plain"],
  ["page.txt", text("<html><script>alert(1)</script>"), "text/plain"],
  ["drawing.txt", text("<?xml version='1.0'?><svg/>", "application/xml"), "text/plain"],
  ["out.json", text("{}"), "text/plain"],
])("%s is taken", (name, content, mediaType) => {
  expect(judgeFile(name, content)).toEqual({ mediaType });
});

test.each([
  ["a.png", text("<svg onload=alert(1)>", "image/svg+xml"), "not what its name says"],
  ["a.png", text("just text"), "not what its name says"],
  ["a.pdf", binary("image/png"), "not what its name says"],
  ["a.txt", binary("application/pdf"), "not what its name says"],
  ["a.svg", text("<svg/>", "image/svg+xml"), "not taken"],
  ["a.html", text("<html>"), "not taken"],
  ["a.exe", binary("application/x-msdownload"), "cannot be evidence"],
  ["a.pdf", binary("application/x-msdownload"), "cannot be evidence"],
  ["a.zip", binary("application/zip"), "cannot be evidence"],
  ["a.docx", binary("application/vnd.ms-word.document.macroenabled.12"), "cannot be evidence"],
  ["a.docx", binary("application/zip"), "cannot be evidence"],
  ["a.txt", binary(null), "cannot be evidence"],
  ["a", text("x"), "no extension"],
  ["a.sh", text("#!/bin/sh"), "not taken"],
  ["a.txt", { ...text(""), bytes: 0 }, "is empty"],
])("E11 %s with %o is refused, and told what to do", (name, content, says) => {
  const judged = judgeFile(name, content);
  expect(judged).toMatchObject({
    refused: expect.stringContaining(says),
    detail: expect.stringMatching(/^Nothing was stored\. ./),
  });
});
