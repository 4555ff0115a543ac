import fc from "fast-check";
import { expect, test } from "vitest";
import { attachmentAs, extensionOf, safeName } from "./safe-name.ts";

test.each([
  ["backup report.pdf", "backup report.pdf"],
  ["../../etc/passwd", "passwd"],
  ["C:\\temp\\notes.txt", "notes.txt"],
  ["invoice\u202Efdp.exe", "invoicefdp.exe"],
  ["re\u200Bport.PDF", "report.pdf"],
  ["report.pdf.exe", "report_pdf.exe"],
  ["malware.exe.pdf", "malware_exe.pdf"],
  ["2026-11.v2.1.csv", "2026-11.v2.1.csv"],
  [".htaccess", "htaccess"],
  ["a\r\nSet-Cookie: x.txt", "aSet-Cookie_ x.txt"],
  ['a"; filename="b.html', "a__ filename=_b.html"],
  ["", "file"],
  ["...", "file"],
  ["Übersicht 概要.png", "Übersicht 概要.png"],
])("E11 %j is kept as %j", (name, safe) => {
  expect(safeName(name)).toBe(safe);
});

test("a name of any characters ends as one line of a header that names one file, and stays as it is the second time", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (name) => {
      const header = attachmentAs(name);
      expect(header).toMatch(
        /^attachment; filename="[\x20-\x21\x23-\x5b\x5d-\x7e]+"; filename\*=UTF-8''[\w.%!#$&+^`|~-]+$/,
      );
      expect(safeName(safeName(name))).toBe(safeName(name));
    }),
  );
});

test("the extension is read in small letters", () => {
  expect([extensionOf("a.PDF"), extensionOf("a"), extensionOf("a.tar.gz")]).toEqual(["pdf", "", "gz"]);
});
