import { createHash } from "node:crypto";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EXE, GIF, HTML, officeFile, PDF, PNG, SVG } from "./evidence-files.fixture.ts";
import { inspectEvidence } from "./inspect-evidence.ts";
import { spoolUpload } from "./spool-upload.ts";

let folder: string;
let files = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "chartroom-inspect-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function inspect(name: string, content: Uint8Array | string) {
  const path = join(folder, String(files++));
  await writeFile(path, content);
  return inspectEvidence(path, name);
}
const refusal = (name: string, content: Uint8Array | string) =>
  inspect(name, content).then(
    () => null,
    (error) => error as { code: string; message: string; detail: string },
  );

describe("what a file is, is told by its content", () => {
  test.each([
    ["a.png", PNG, "image/png"],
    ["a.gif", GIF, "image/gif"],
    ["a.pdf", PDF, "application/pdf"],
    ["a.docx", officeFile("word"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
    ["a.xlsx", officeFile("sheet"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
    ["a.pptx", officeFile("slides"), "application/vnd.openxmlformats-officedocument.presentationml.presentation"],
    ["a.txt", "grüße\n", "text/plain"],
    ["a.txt", HTML, "text/plain"],
    ["a.txt", SVG, "text/plain"],
    ["a.json", '{"items": []}', "text/plain"],
    ["a.yaml", "kind: List\nitems: []\n", "text/plain"],
    ["a.csv", "\ufeffname,value\r\n=1+1,2\r\n", "text/plain"],
  ])("%s", async (name, content, mediaType) => {
    const sha256 = createHash("sha256").update(content).digest("hex");
    expect(await inspect(name, content)).toEqual({ sha256, bytes: Buffer.byteLength(content), mediaType });
  });

  test.each([
    ["a.png", HTML],
    ["a.png", SVG],
    ["a.svg", SVG],
    ["a.html", HTML],
    ["a.pdf", EXE],
    ["a.txt", EXE],
    ["a.exe", EXE],
    ["a.txt", PNG],
    ["a.docx", officeFile("macros")],
    ["a.txt", Buffer.from("caf\xe9", "latin1")],
    ["a.txt", "a\0b"],
    ["a.txt", Buffer.from([0x61, 0xe2, 0x82])],
    ["a.txt", ""],
    ["a.png.exe", PNG],
  ])("E11 %s with another content is refused", async (name, content) => {
    expect(await refusal(name, content)).toMatchObject({
      code: "refused",
      detail: expect.stringMatching(/^Nothing was stored\./),
    });
  });

  test("E03 a document whose list of parts unpacks to half a GiB is read within bounds", async () => {
    const bomb = officeFile("word", 400_000_000);
    expect(bomb.length).toBeLessThan(1_000_000);
    const before = process.memoryUsage().rss;
    await refusal("a.docx", bomb);
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
  }, 60_000);
});

describe("credentials", () => {
  test("a text with a private key is refused by its line, and the value is not told", async () => {
    const refused = await refusal("out.txt", `${"line\n".repeat(90_000)}password: hunter22\n`);
    expect(refused?.message).toBe("Line 90001 of out.txt looks like a password, token or key.");
    expect(JSON.stringify(refused)).not.toContain("hunter22");
  });

  test("one that lies across two parts of a line without an end is found", async () => {
    for (const at of [65_530, 61_430, 262_130]) {
      const text = `${"x ".repeat(at / 2)}AKIAABCDEFGHIJKLMNOP ${"y ".repeat(60_000)}`;
      expect((await refusal("out.txt", text))?.message).toMatch(/^Line 1 /);
    }
  });

  test("a kubeconfig is refused", async () => {
    const text = `apiVersion: v1\nkind: Config\nusers:\n- name: a\n  user:\n    client-key-data: ${btoa("-----BEGIN RSA PRIVATE KEY-----")}\n`;
    expect((await refusal("config.yaml", text))?.message).toMatch(/^Line 6 of config\.yaml/);
  });
});

describe("a body on its way to disk", () => {
  const body = (chunks: number, fails = false) =>
    new ReadableStream<Uint8Array>({
      pull(controller) {
        if (chunks-- > 0) controller.enqueue(new Uint8Array(65_536).fill(97));
        else if (fails) controller.error(new Error("cut"));
        else controller.close();
      },
    });
  const spool = (stream: ReadableStream<Uint8Array> | null, limit: number) =>
    spoolUpload(stream, join(folder, `spool-${files++}`), { limit, fileName: "a.txt" });

  test("as much as the limit is taken, and not a byte more", async () => {
    await spool(body(4), 262_144);
    await expect(spool(body(5), 262_144)).rejects.toMatchObject({
      code: "refused",
      message: "a.txt is larger than 0 MiB.",
    });
    await expect(spool(body(1_000_000), 1_048_576)).rejects.toMatchObject({ message: "a.txt is larger than 1 MiB." });
  });

  test("a body that breaks off, and none at all", async () => {
    await expect(spool(body(2, true), 262_144)).rejects.toThrow("cut");
    await expect(spool(null, 262_144)).rejects.toMatchObject({ code: "refused" });
    expect((await readdir(folder)).length).toBeGreaterThan(0);
  });
});
