import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { read, readBytes, reasons, told } from "./read-all.fixture.ts";

describe("JSON", () => {
  test.each([
    ["a single object", '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"a"}}', ["Pod a 1:1"]],
    [
      "a List, pretty",
      '{\n  "apiVersion": "v1",\n  "items": [\n    {\n "kind": "Pod", "metadata": {"name": "a"}\n},\n {"kind": "Node", "metadata": {"name": "b"}}\n ],\n "kind": "List"\n}',
      ["Pod a 1:4", "Node b 1:7"],
    ],
    [
      "a PodList whose items leave out what they are",
      '{"items":[{"metadata":{"name":"a"}},{"metadata":{"name":"b"}}],"kind":"PodList","apiVersion":"v1"}',
      ["Pod a 1:1", "Pod b 1:1"],
    ],
    ["a list without items", '{"kind":"PodList","apiVersion":"v1","items":null}', []],
    ["an array", '[{"kind":"Pod","metadata":{"name":"a"}}]', ["Pod a 1:1"]],
    [
      "one object a line",
      '{"kind":"Pod","metadata":{"name":"a"}}\n{"kind":"Pod","metadata":{"name":"b"}}\n',
      ["Pod a 1:1", "Pod b 2:2"],
    ],
    [
      "a resource whose kind ends like a list",
      '{"kind":"DenyList","apiVersion":"x/v1","metadata":{"name":"a"},"items":[]}',
      ["DenyList a 1:1"],
    ],
  ])("%s", async (_, text, expected) => {
    const all = await read(text);
    expect(told(all)).toEqual(expected);
    expect(all.unreadable).toEqual([]);
  });

  test("the version of a bundle, of kubectl and of discovery", async () => {
    expect((await read('{"info":{"major":"1","gitVersion":"v1.24.4+k3s1"},"string":"v1.24.4+k3s1"}')).versions).toEqual(
      ["v1.24.4+k3s1"],
    );
    expect((await read('{"clientVersion":{},"serverVersion":{"gitVersion":"v1.31.2"}}')).versions).toEqual(["v1.31.2"]);
  });

  test.each([
    [
      "a List in a List",
      '{"kind":"List","items":[{"kind":"PodList","items":[{"kind":"Pod","metadata":{"name":"a"}}]}]}',
      "it is a List inside a List; write the objects into one List",
    ],
    [
      "an array in an array",
      '[[{"kind":"Pod","metadata":{"name":"a"}}]]',
      "it is a list inside a list; write the objects into one list",
    ],
    ["an object without kind", '{"apiVersion":"v1","metadata":{"name":"a"}}', "the object has no kind"],
    ["an object without name", '{"apiVersion":"v1","kind":"Pod","metadata":{}}', "the Pod has no name"],
    [
      "an object whose name is a number",
      '{"apiVersion":"v1","kind":"Pod","metadata":{"name":5}}',
      "the name of the Pod is no text",
    ],
    ["an object without metadata", '{"apiVersion":"v1","kind":"Pod"}', "the Pod has no metadata"],
    ["JSON that breaks", '{"apiVersion":"v1" "kind":"Pod"}', "it is not valid JSON (byte 19)"],
    [
      "a kind that is none",
      '{"apiVersion":"v1","kind":"<b>","metadata":{"name":"a"}}',
      "the kind of the object is no kind",
    ],
  ])("%s", async (_, text, reason) => {
    const all = await read(text);
    expect(all.objects).toEqual([]);
    expect(all.unreadable).toMatchObject([{ path: "file", document: 1, line: 1, reason }]);
    expect(all.unreadable[0]?.foreign).toBeUndefined();
  });

  test.each([
    ["", "the Deployment has no metadata"],
    ["metadata: { labels: { app: web } }", "the Deployment has no name"],
  ])("an object that lacks a name alone is refused and handed out: %s", async (metadata, reason) => {
    const all = await read(`apiVersion: apps/v1\nkind: Deployment\n${metadata}\nspec: { replicas: 1 }\n`);
    expect(reasons(all)).toEqual([reason]);
    expect(told(all)).toEqual(["Deployment (no name) 1:1"]);
  });

  test("a file that ends in the middle says where, and what was cut", async () => {
    const all = await read(
      '{"kind":"List","items":[\n{"kind":"Pod","metadata":{"name":"a"}},\n{"kind":"Deployment","metadata":{"name":"web","namespace":"shop"},"spec":{',
    );
    expect(told(all)).toEqual(["Pod a 1:2"]);
    expect(reasons(all)).toEqual([
      "the file ends in the middle of document 1 (line 3, a Deployment named web in namespace shop)",
    ]);
  });

  test("a message never quotes the text, which may be a secret", async () => {
    const texts = [
      '{"kind":"Secret","metadata":{"name":"a"},"data":{"p": hunter2}}',
      "kind: Secret\nmetadata: {name: a}\ndata: {p: @hunter2, q: [hunter2\n",
      "kind: Secret\ndata:\n\tp: hunter2\n",
    ];
    for (const text of texts) {
      const all = await read(text);
      expect(all.unreadable).toHaveLength(1);
      expect(JSON.stringify(all)).not.toContain("hunter2");
    }
  });

  test("what does not claim to be Kubernetes' is listed, and refuses nothing", async () => {
    for (const text of [
      '{"Results":[]}',
      '"text"',
      "[]",
      "name: chart\nversion: 1.0.0\napiVersion: v2\n",
      "kind: Kustomization\napiVersion: kustomize.config.k8s.io/v1beta1\nresources: [a.yaml]\n",
    ]) {
      const all = await read(text);
      expect(all.objects).toEqual([]);
      expect(all.unreadable.filter(({ foreign }) => !foreign)).toEqual([]);
    }
  });
});

test("UTF-16, as PowerShell writes it, with a chunk that ends within a character", async () => {
  const text = '\ufeff{"kind":"Pod","metadata":{"name":"a","annotations":{"x":"ü😀"}}}';
  const little = new Uint8Array(Uint16Array.from(text, (char) => char.charCodeAt(0)).buffer);
  const units = Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  const bytes = new Uint8Array(units.buffer);
  expect(little.length).toBeGreaterThan(0);
  for (const size of [bytes.length, 3, 1]) {
    const all = await readBytes(bytes, size);
    expect(all.objects[0]?.object.metadata.annotations).toEqual({ x: "ü😀" });
  }
  const swapped = Uint8Array.from({ length: bytes.length }, (_, at) => bytes[at ^ 1] ?? 0);
  expect((await readBytes(swapped)).objects).toHaveLength(1);
});

test("an empty file and one of white space alone say so", async () => {
  expect(reasons(await read(""))).toEqual(["the file is empty"]);
  expect(reasons(await read(" \n\t\n"))).toEqual(["the file is empty"]);
});

test("metadata of wrong types is left out, and the object is read", async () => {
  const all = await read(
    '{"kind":"Pod","metadata":{"name":"a","namespace":7,"labels":{"x":1,"y":"z"},"annotations":[],"ownerReferences":{"kind":"x"},"uid":{}}}',
  );
  expect(all.objects[0]?.object).toEqual({
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name: "a", labels: { y: "z" }, annotations: {} },
  });
});

test("of the fields that were written, a third of a dump, it is kept who owns the number of replicas", async () => {
  const writers = (fields: string) =>
    `"managedFields":[{"manager":"helm","time":"2026-01-01T00:00:00Z","fieldsV1":{"f:metadata":{},"f:spec":${fields}}}]`;
  const all = await read(
    [
      `{"kind":"Pod","metadata":{"name":"a",${writers('{"f:containers":{}}')}},"spec":{}}`,
      `{"kind":"Deployment","metadata":{"name":"b",${writers('{"f:replicas":{},"f:template":{}}')}},"spec":{"replicas":2}}`,
      `{"kind":"Deployment","metadata":{"name":"c",${writers('{"f:template":{}}')}},"spec":{"replicas":2}}`,
    ].join("\n"),
  );
  const helm = { manager: "helm", time: "2026-01-01T00:00:00Z" };
  expect(all.objects.map(({ object }) => object.metadata.managedFields)).toEqual([
    [helm],
    [{ ...helm, fieldsV1: { "f:spec": { "f:replicas": {} } } }],
    [{ ...helm, fieldsV1: { "f:spec": {} } }],
  ]);
});

test("a file of nothing but faults is not read to its end", async () => {
  const all = await read('{"apiVersion":"v1","kind":"Pod"}\n'.repeat(5_000));
  expect(all.unreadable.length).toBeLessThan(1_100);
  expect(reasons(all).at(-1)).toContain("not read further");
});

test("nothing in a file makes it throw", async () => {
  const words = [
    "kind",
    "apiVersion",
    "metadata",
    "name",
    "items",
    "List",
    "Pod",
    ":",
    "-",
    "---",
    "\n",
    " ",
    "{",
    "}",
    "[",
    "]",
    '"',
    "'",
    "&a",
    "*a",
    "<<",
    "!!js",
    "|",
    ">",
    "\\",
    "\u0000",
    "\ud800",
    "%",
    "#",
    "?",
    ",",
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...words), { maxLength: 60 }),
      fc.integer({ min: 1, max: 9 }),
      async (parts, size) => {
        const { objects, unreadable } = await readBytes(new TextEncoder().encode(parts.join("")), size);
        for (const { object } of objects)
          expect([typeof object.kind, typeof object.metadata.name]).toEqual(["string", "string"]);
        for (const { reason } of unreadable) expect(reason).not.toBe("");
      },
    ),
    { numRuns: 500, seed: 20_261_123 },
  );
});
