import { expect, test } from "vitest";
import { redactObject } from "#lib/kubernetes/redact-object.ts";
import { commandLineOf, featureGate } from "./command-line.ts";

const lineOf = (command: unknown, args?: unknown, image?: string) =>
  commandLineOf({ name: "a", image, command, args } as never, "spec.containers[0]", "kube-apiserver");

test.each<[string, unknown, unknown, string?]>([
  ["one word", ["kube-apiserver", "--profiling=false"], undefined],
  ["two words", ["/usr/local/bin/kube-apiserver", "--profiling", "false"], undefined],
  ["args", ["kube-apiserver"], ["--profiling=false"]],
  ["args of the program's own image", undefined, ["--profiling=false"], "registry.k8s.io/kube-apiserver:v1.34.1"],
  ["a shell", ["/bin/sh", "-c", "exec /bin/kube-apiserver --profiling=false 1>>/var/log/a 2>&1"], undefined],
  [
    "a shell with quotes and lines",
    ["bash", "-ec", "set -x\nexec kube-apiserver \\\n  --profiling='false' ; true"],
    [],
  ],
  ["a starter", ["/go-runner", "--log-file=/a.log", "/usr/local/bin/kube-apiserver", "--profiling=false"], undefined],
  ["hyperkube of old", ["/hyperkube", "apiserver", "--profiling=false"], undefined],
  ["the last of two", ["kube-apiserver", "--profiling=true", "--profiling=false"], undefined],
])("reads a flag out of %s", (_, command, args, image) => {
  expect(lineOf(command, args, image)?.flag("profiling")?.value).toBe("false");
});

test.each<[string, unknown]>([
  ["another program", ["exporter", "kube-apiserver", "--profiling=true"]],
  ["a script about it", ["sh", "-c", "curl https://apiserver"]],
  ["no words", "kube-apiserver"],
  ["words of the wrong type", [null, 7, {}]],
])("leaves %s alone", (_, command) => {
  expect(lineOf(command)).toBeUndefined();
});

test("keeps every time that a flag is given, and says where", () => {
  const line = lineOf(["kube-apiserver", "--feature-gates=A=true,B=true", "--verbose", "--feature_gates=A=false"]);
  expect(line?.flags("feature-gates").map(({ field }) => field)).toEqual([
    "spec.containers[0].command[1]",
    "spec.containers[0].command[3]",
  ]);
  expect(line && featureGate(line, "A")?.value).toBe("false");
  expect(line && featureGate(line, "B")?.value).toBe("true");
  expect(line?.flag("verbose")?.value).toBe("true");
});

test("takes a negative number for a value, and the next flag for none", () => {
  const line = lineOf(["kube-apiserver", "--a", "-1", "--b", "--c"]);
  expect([line?.flag("a")?.value, line?.flag("b")?.value]).toEqual(["-1", "true"]);
});

test("redaction leaves the flags that checks ask about", () => {
  const flags = [
    "--token-auth-file=/etc/kubernetes/tokens.csv",
    "--service-account-key-file=/etc/kubernetes/pki/sa.pub",
    "--service-account-lookup=true",
    "--service-account-extend-token-expiration=false",
    "--use-service-account-credentials=true",
    "--service-account-private-key-file=/etc/kubernetes/pki/sa.key",
    "--tls-private-key-file=/etc/kubernetes/pki/apiserver.key",
    "--etcd-keyfile=/etc/kubernetes/pki/client.key",
    "--kubelet-client-key=/etc/kubernetes/pki/apiserver-kubelet-client.key",
    "--basic-auth-file=/etc/kubernetes/users.csv",
  ];
  const pod = (command: string[]) => ({
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name: "a" },
    spec: { containers: [{ name: "a", command }] },
  });
  const plain = pod(["kube-apiserver", ...flags]);
  expect(redactObject(plain)).toEqual(plain);
  const script = pod(["sh", "-c", `exec kube-apiserver ${flags.join(" ")}`]);
  expect(redactObject(script)).toEqual(script);
});

test("stays linear in a script of quotes", () => {
  const script = `kube-apiserver ${"\"' ".repeat(100_000)}`;
  const start = performance.now();
  lineOf(["sh", "-c", script]);
  expect(performance.now() - start).toBeLessThan(2_000);
});
