import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import type { ScanDocument } from "./scan/json.ts";

const folder = mkdtempSync(join(tmpdir(), "chartroom-scan-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PRIVILEGED = `# a comment
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  replicas: 3
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: registry.example/web:1.2.3
          securityContext:
            privileged: true
`;
const QUIET = "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: quiet, namespace: shop }\n";

function write(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, content);
  return path;
}

function run(words: string[], input?: string | Buffer) {
  const { INIT_CWD: _, ...env } = process.env;
  const done = spawnSync(process.execPath, ["--disable-warning=ExperimentalWarning", "cli/scan.ts", ...words], {
    input,
    env: { ...env, INIT_CWD: folder },
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return { code: done.status, out: done.stdout, error: done.stderr };
}

const json = (words: string[], input?: string | Buffer): ScanDocument =>
  JSON.parse(run(["--format", "json", ...words], input).out);
const failing = (document: ScanDocument, check: string) =>
  document.results.filter((result) => result.check === check && result.outcome === "fail");

describe("JSON is the contract", () => {
  test("a fault with its resource, its field and its line", () => {
    const path = write("web.yaml", PRIVILEGED);
    const document = json([path]);
    expect(Object.keys(document)).toEqual([
      "schemaVersion",
      "source",
      "kubernetesVersion",
      "objects",
      "unreadable",
      "results",
      "podSecurity",
    ]);
    expect(document).toMatchObject({ schemaVersion: 1, source: path, objects: { Deployment: 1 }, unreadable: [] });
    expect(failing(document, "privileged-container")).toEqual([
      {
        check: "privileged-container",
        outcome: "fail",
        severity: expect.stringMatching(/^(low|medium|high|critical)$/),
        layer: "container",
        dimension: "security",
        concern: "no-privileged-users",
        resource: { apiVersion: "apps/v1", kind: "Deployment", namespace: "shop", name: "web" },
        field: "spec.template.spec.containers[0].securityContext.privileged",
        message: expect.stringContaining('"web" runs privileged'),
        at: { path, document: 1, line: 16 },
      },
    ]);
    expect(document.podSecurity).toMatchObject([
      {
        resource: { kind: "Deployment", name: "web" },
        level: "privileged",
        violations: expect.arrayContaining([{ level: "baseline", control: "privileged" }]),
      },
    ]);
  });

  test("passes come with --all alone", () => {
    const path = write("web.yaml", PRIVILEGED);
    expect(json([path]).results.filter(({ outcome }) => outcome === "pass")).toEqual([]);
    const all = json(["--all", path]);
    expect(all.results.some(({ outcome, check }) => outcome === "pass" && check === "host-pid")).toBe(true);
  });

  test("all paths are one snapshot; --each makes each its own, on a line of its own, in order", () => {
    const paths = [
      write("b.yaml", QUIET),
      write("a.yaml", PRIVILEGED),
      write("broken.yaml", "kind: Pod\nmetadata: {name: [\n"),
    ];
    expect(json(paths.slice(0, 2))).toMatchObject({
      source: paths.slice(0, 2).sort().join(" "),
      objects: { ConfigMap: 1, Deployment: 1 },
    });
    const [b = "", a = ""] = paths;
    expect(run(["--all", "--format", "json", a, b]).out).toBe(run(["--all", "--format", "json", b, a]).out);
    const { out, code } = run(["--each", "--format", "json", ...paths]);
    const lines = out.trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line).source)).toEqual(paths);
    expect(lines.map((line) => Object.keys(JSON.parse(line).objects))).toEqual([["ConfigMap"], ["Deployment"], []]);
    expect(code).toBe(2);
  });

  test("the version is the given one, else the snapshot's", () => {
    const node = write(
      "node.json",
      '{"apiVersion":"v1","kind":"Node","metadata":{"name":"a"},"status":{"nodeInfo":{"kubeletVersion":"v1.29.4"}}}',
    );
    expect(json([node]).kubernetesVersion).toBe("1.29");
    expect(json(["--kubernetes-version", "1.25", node]).kubernetesVersion).toBe("1.25");
  });
});

describe("sources", () => {
  test("standard input, packed or not", () => {
    for (const input of [PRIVILEGED, gzipSync(PRIVILEGED)]) {
      const document = json(["-"], input);
      expect(document).toMatchObject({ source: "-", objects: { Deployment: 1 } });
      expect(failing(document, "privileged-container")[0]?.at).toEqual({ path: "-", document: 1, line: 16 });
    }
  });

  test("a folder, and a path from where npm was called", () => {
    write("folder/deep/web.yaml", PRIVILEGED);
    write("folder/quiet.yml", QUIET);
    write("folder/README.md", "# no manifest");
    const document = json(["folder"]);
    expect(document.objects).toEqual({ ConfigMap: 1, Deployment: 1 });
    expect(document.unreadable).toEqual([{ path: "folder/README.md", reason: "it is neither .json nor .yaml" }]);
    expect(failing(document, "privileged-container")[0]?.at.path).toBe("folder/deep/web.yaml");
  });

  test("a gzip of the demo says what the demo says", () => {
    cpSync("fixtures/demo/harbor-staging.json", join(folder, "demo.json"));
    const packed = write("demo.json.gz", gzipSync(readFileSync("fixtures/demo/harbor-staging.json")));
    const [plain, same] = [json(["demo.json"]), json([packed])];
    expect(same.objects).toEqual(plain.objects);
    expect(same.results.length).toBe(plain.results.length);
  });
});

describe("exit codes", () => {
  const web = write("exit/web.yaml", PRIVILEGED);
  const quiet = write("exit/quiet.yaml", QUIET);

  test.each<[string, string[], number]>([
    ["no threshold", [web], 0],
    ["a fault at the threshold", ["--fail-on", "high", web], 1],
    ["a fault above it", ["--fail-on", "low", web], 1],
    ["nothing at it", ["--fail-on", "critical", quiet], 0],
    ["one of several snapshots at it", ["--each", "--fail-on", "high", web, quiet], 1],
    ["a file that is not there", ["missing.yaml"], 2],
    ["one of several that is not there", [web, "missing.yaml"], 2],
    ["an object without a name", [write("exit/nameless.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {}\n")], 2],
    ["a file of something else alone", [write("exit/else.json", '{"Results": []}')], 2],
    ["an empty file", [write("exit/empty.json", "")], 2],
    ["an empty list", [write("exit/none.json", '{"apiVersion":"v1","kind":"List","items":[]}')], 0],
    ["no path", [], 2],
    ["an option that is not there", ["--nope", web], 2],
    ["a format that is not there", ["--format", "xml", web], 2],
    ["a threshold that is not there", ["--fail-on", "severe", web], 2],
    ["a version that is none", ["--kubernetes-version", "latest", web], 2],
  ])("%s: %s", (_, words, code) => {
    const done = run(words);
    expect(done.code).toBe(code);
    if (done.out === "") expect(done.error).toContain("usage:");
    else expect(done.error).toBe("");
  });
});

describe("for people", () => {
  test("the worst first, where it is, and a sum at the end", () => {
    const { out } = run([write("web.yaml", PRIVILEGED)]);
    const order = out.split("\n").flatMap((line) => /^(critical|high|medium|low) {2}/.exec(line)?.[1] ?? []);
    const rank = ["critical", "high", "medium", "low"];
    expect(order.map((severity) => rank.indexOf(severity))).toEqual(
      order.map((severity) => rank.indexOf(severity)).sort(),
    );
    expect(out).toMatch(
      /privileged-container\n +Deployment shop\/web {2}spec\.template\.spec\.containers\[0\]\.securityContext\.privileged\n/,
    );
    expect(out).toMatch(/\n1 object, Kubernetes 1\.\d+: \d+ critical, \d+ high, \d+ medium, \d+ low\n$/);
  });

  test("a name cannot steer the terminal", () => {
    const { out } = run(
      ["-"],
      JSON.stringify({
        apiVersion: "v1",
        kind: "Pod",
        metadata: { name: "a\u001b[2Jb\u202e" },
        spec: { containers: [{ name: "c\u0007" }] },
      }),
    );
    expect(out).toContain("a?[2Jb?");
    expect([...out].filter((char) => char < " " && char !== "\n")).toEqual([]);
  });
});

describe("SARIF", () => {
  const sarifOf = (words: string[]) => JSON.parse(run(["--format", "sarif", ...words]).out);

  test("has a rule for every result, and a place", () => {
    const { version, runs } = sarifOf([write("web.yaml", PRIVILEGED)]);
    const [{ tool, results }] = runs;
    expect(version).toBe("2.1.0");
    expect(results.length).toBeGreaterThan(5);
    for (const { ruleId, ruleIndex, level, message, locations } of results) {
      expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
      expect(["error", "warning", "note"]).toContain(level);
      expect(message.text).toMatch(/^shop\/Deployment\/web: .{5}/);
      expect(locations[0].physicalLocation.region.startLine).toBeGreaterThan(1);
      expect(locations[0].physicalLocation.artifactLocation.uri).toMatch(/^file:\/\/\/.*\/web\.yaml$/);
    }
  });

  test("keeps an alert's fingerprint when lines move, and gives each its own", () => {
    const prints = (path: string): string[] =>
      sarifOf([path]).runs[0].results.map(
        (result: { partialFingerprints: Record<string, string> }) => result.partialFingerprints["chartroom/v1"],
      );
    const before = prints(write("moved/web.yaml", PRIVILEGED));
    const after = prints(write("moved/web.yaml", `# one more line\n\n${PRIVILEGED}`));
    expect(after).toEqual(before);
    expect(new Set(before).size).toBe(before.length);
  });

  test("says what could not be read or decided, and paths as from the repository's root", () => {
    write("mixed/web app.yaml", PRIVILEGED);
    write("mixed/broken.yaml", "kind: Pod\n  bad: [");
    const [{ invocations, results }] = sarifOf(["mixed"]).runs;
    expect(invocations[0].executionSuccessful).toBe(false);
    const notes: { level: string; associatedRule?: { id: string } }[] = invocations[0].toolExecutionNotifications;
    expect(notes.filter(({ level }) => level === "warning")).toHaveLength(1);
    expect(notes.some(({ associatedRule }) => associatedRule?.id === "control-plane-not-ha")).toBe(true);
    expect(results[0].locations[0].physicalLocation.artifactLocation.uri).toBe("mixed/web%20app.yaml");
  });
});

test("no secret value is printed, in any format", () => {
  const path = write(
    "secret.yaml",
    `${QUIET}---\napiVersion: v1\nkind: Secret\nmetadata: {name: s, annotations: {a: "token=hunter2"}}\nstringData: {p: hunter2}\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {containers: [{name: c, image: "x:1", env: [{name: DB_PASSWORD, value: hunter2}]}]}\n`,
  );
  for (const format of ["table", "json", "sarif"]) {
    const { out, error } = run(["--all", "--format", format, path]);
    expect(out + error).not.toContain("hunter2");
    expect(out).toContain("credential-literal-in-env");
  }
});
