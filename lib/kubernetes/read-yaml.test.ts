import { describe, expect, test } from "vitest";
import { read, reasons, told } from "./read-all.fixture.ts";

describe("YAML", () => {
  test("many documents, each with the line of its first word", async () => {
    const all = await read(
      "# head\n\n---\n# one\nkind: Pod\nmetadata: {name: a}\n---\n# nothing\n--- # three\nkind: Pod\nmetadata: {name: b}\n...\n--- {kind: Pod, metadata: {name: c}}\n",
    );
    expect(told(all)).toEqual(["Pod a 1:5", "Pod b 2:10", "Pod c 3:13"]);
    expect(all.unreadable).toEqual([]);
  });

  test("a List as kubectl writes it gives each item its line, and a broken one takes no other with it", async () => {
    const all = await read(
      "apiVersion: v1\nitems:\n- kind: Pod\n  metadata:\n    name: a\n# between\n- kind: Pod\n  metadata: {name: b\n- kind: Pod\n  metadata:\n    name: c\nkind: List\n",
    );
    expect(told(all)).toEqual(["Pod a 1:3", "Pod c 1:9"]);
    expect(all.unreadable).toMatchObject([{ document: 1, reason: expect.stringContaining("not valid YAML") }]);
    expect(all.unreadable[0]?.line).toBeGreaterThanOrEqual(7);
  });

  test("items indented, of a PodList, and items that belong to something else", async () => {
    expect(
      told(
        await read(
          "kind: PodList\napiVersion: v1\nitems:\n  - metadata:\n      name: a\n  - metadata:\n      name: b\n",
        ),
      ),
    ).toEqual(["Pod a 1:4", "Pod b 1:6"]);
    const all = await read("kind: Menu\napiVersion: x/v1\nmetadata: {name: m}\nitems:\n- one: 1\n- two: 2\n");
    expect(all.objects[0]?.object).toMatchObject({ kind: "Menu", items: [{ one: 1 }, { two: 2 }] });
  });

  test("an alias may point into another item", async () => {
    const all = await read(
      "kind: List\nitems:\n- kind: Pod\n  metadata: &m {name: a}\n- kind: Pod\n  metadata: {<<: *m, namespace: b}\n",
    );
    expect(all.objects.map(({ object }) => object.metadata)).toEqual([{ name: "a" }, { name: "a", namespace: "b" }]);
  });

  test("yes and on switch on, as kubectl reads them, and times stay texts", async () => {
    const all = await read(
      'kind: Pod\nmetadata: {name: a, creationTimestamp: 2026-01-01T00:00:00Z}\nspec: {a: yes, b: off, c: "on", d: true, e: yesterday, f: [No]}\n',
    );
    expect(all.objects[0]?.object).toMatchObject({
      metadata: { creationTimestamp: "2026-01-01T00:00:00Z" },
      spec: { a: true, b: false, c: "on", d: true, e: "yesterday", f: [false] },
    });
  });

  test("a template that was not filled in is called one", async () => {
    expect(reasons(await read("{{- if .Values.on }}\nkind: Pod\n{{- end }}\n"))).toEqual([
      expect.stringContaining("helm template"),
    ]);
    expect(reasons(await read("kind: Pod\nmetadata:\n  {{- include x }}\n"))).toEqual([
      expect.stringContaining("helm template"),
    ]);
  });

  test("Windows' line ends, a mapping in braces, and a byte order mark", async () => {
    expect(
      told(await read("kind: Pod\r\nmetadata:\r\n  name: a\r\n---\r\nkind: Pod\r\nmetadata: {name: b}\r\n")),
    ).toEqual(["Pod a 1:1", "Pod b 2:5"]);
    expect(told(await read("{kind: Pod, metadata: {name: a}}"))).toEqual(["Pod a 1:1"]);
    expect(told(await read("\ufeffkind: Pod\nmetadata: {name: a}\n"))).toEqual(["Pod a 1:1"]);
  });

  test("one document of more than Kubernetes takes is refused, the next is read", async () => {
    const all = await read(
      `kind: ConfigMap\nmetadata: {name: a}\ndata: {x: ${"y".repeat(5 << 20)}}\n---\nkind: Pod\nmetadata: {name: b}\n`,
    );
    expect(told(all)).toEqual(["Pod b 2:5"]);
    expect(reasons(all)).toEqual(["it is larger than any object of Kubernetes (4 MiB)"]);
  });
});

describe("the line of a field", () => {
  const text =
    "kind: List\nitems:\n- kind: Pod\n  metadata:\n    name: a\n    annotations:\n      a.b/c: x\n  spec:\n    containers:\n    - name: one\n    - name: two\n      securityContext: {privileged: true}\n";
  test.each([
    ["metadata.name", 5],
    ['metadata.annotations["a.b/c"]', 7],
    ["spec.containers[0].name", 10],
    ["spec.containers[1]", 11],
    ["spec.containers[1].securityContext.privileged", 12],
    ["spec.containers[1].resources.limits.memory", 11],
    ["status.phase", undefined],
  ])("%s", async (field, line) => {
    const [located] = (await read(text)).objects;
    expect(located?.lineOf?.(field)).toBe(line);
  });
});
