import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { KubernetesObject } from "./object.ts";
import { redactObject } from "./redact-object.ts";
import { redactText } from "./redact-text.ts";
import { REDACTED, REDACTED_CREDENTIAL } from "./redaction.ts";

const object = (kind: string, more: object = {}): KubernetesObject => ({
  apiVersion: "v1",
  kind,
  metadata: { name: "a", namespace: "shop" },
  ...more,
});

describe("a Secret keeps its keys and nothing of its values", () => {
  test("data, stringData and every copy of them", () => {
    const secret = object("Secret", {
      type: "Opaque",
      data: { password: "aHVudGVyMg==", "tls.key": "eA==" },
      stringData: { token: "hunter2" },
      metadata: {
        name: "a",
        annotations: {
          "kubectl.kubernetes.io/last-applied-configuration": '{"data":{"password":"aHVudGVyMg=="}}',
          "objectset.rio.cattle.io/applied": "H4sIAAAAAAAA/aHVudGVyMg",
          "example.com/copy": '{"password":"hunter2"}',
          "example.com/long": "aHVudGVyMg==".repeat(40),
          owner: "team-a",
        },
      },
    });
    const redacted = redactObject(secret);
    expect(redacted.data).toEqual({ password: REDACTED, "tls.key": REDACTED });
    expect(redacted.stringData).toEqual({ token: REDACTED });
    expect(Object.keys(redacted.metadata.annotations ?? {})).toHaveLength(5);
    expect(redacted.metadata.annotations?.owner).toBe("team-a");
    expect(JSON.stringify(redacted)).not.toMatch(/hunter2|aHVudGVyMg/);
  });

  test("but the dates of the certificate in a TLS Secret, of which the key stays out", () => {
    const pem = `-----BEGIN CERTIFICATE-----
MIHRMIGEoAMCAQICAgPoMAUGAytlcDASMRAwDgYDVQQDDAd3ZWJob29rMB4XDTI2
MDEwMTAwMDAwMFoXDTI3MDEwMTAwMDAwMFowEjEQMA4GA1UEAwwHd2ViaG9vazAq
MAUGAytlcAMhANh+GWskrwZ2adwV2IaTEX1Ig1S5zPWLUH86Z8pftnG3MAUGAytl
cANBABi1ogFNPp2fWe1daM1wMhFciqNQGOh8rTIxPuBw6baKthKhZruxBi6aXDCZ
Iz/5fLasYAZsDp7Tx81j8vk1Tgc=
-----END CERTIFICATE-----
`;
    const dates = "[redacted] certificate from 2026-01-01T00:00:00.000Z until 2027-01-01T00:00:00.000Z";
    const tls = (more: object) => object("Secret", { type: "kubernetes.io/tls", ...more });
    const once = redactObject(tls({ data: { "tls.crt": btoa(pem), "tls.key": btoa(pem), "ca.crt": btoa(pem) } }));
    expect(once.data).toEqual({ "tls.crt": dates, "tls.key": REDACTED, "ca.crt": REDACTED });
    expect(redactObject(once)).toEqual(once);
    expect(redactObject(tls({ stringData: { "tls.crt": `${pem}password: hunter2` } })).stringData).toEqual({
      "tls.crt": dates,
    });
    expect(redactObject(tls({ data: { "tls.crt": "aHVudGVyMg==" } })).data).toEqual({ "tls.crt": REDACTED });
    expect(redactObject(object("Secret", { type: "Opaque", data: { "tls.crt": btoa(pem) } })).data).toEqual({
      "tls.crt": REDACTED,
    });
  });

  test("of whatever type its data is, and however its kind is written", () => {
    for (const data of ["hunter2", ["hunter2"], 7, null, { a: { b: "hunter2" } }])
      expect(JSON.stringify(redactObject(object("Secret", { data })))).not.toContain("hunter2");
    expect(JSON.stringify(redactObject(object("secret", { data: { a: "hunter2" } })))).not.toContain("hunter2");
  });

  test("says nothing about the length of a value", () => {
    const of = (value: string) => JSON.stringify(redactObject(object("Secret", { data: { password: value } })));
    expect(of("a")).toBe(of("a".repeat(500)));
  });
});

describe("credentials in other objects", () => {
  const container = (more: object) => object("Pod", { spec: { containers: [{ name: "web", ...more }] } });
  const hidden: [string, KubernetesObject][] = [
    ["an environment variable", container({ env: [{ name: "DB_PASSWORD", value: "hunter2" }] })],
    ["an address in one", container({ env: [{ name: "DATABASE_URL", value: "postgres://web:hunter2@db/shop" }] })],
    ["options of a program", container({ env: [{ name: "JAVA_OPTS", value: "-Xmx1g -Ddb.password=hunter2" }] })],
    ["a flag", container({ args: ["--db-password=hunter2"] })],
    ["a flag and the word after it", container({ args: ["--db-password", "hunter2"] })],
    ["a user with a password", container({ args: ["-u", "admin:hunter2"] })],
    ["a script", container({ command: ["sh", "-c", "export TOKEN=hunter2; exec web"] })],
    [
      "a probe's header",
      container({ livenessProbe: { httpGet: { httpHeaders: [{ name: "X-Api-Key", value: "hunter2" }] } } }),
    ],
    ["a key of a ConfigMap", object("ConfigMap", { data: { password: "hunter2" } })],
    ["a file in a ConfigMap", object("ConfigMap", { data: { "app.yaml": "db:\n  password: hunter2\n" } })],
    ["JSON in a ConfigMap", object("ConfigMap", { data: { "app.json": '{"user":"a","password":"hunter2"}' } })],
    ["a block in a ConfigMap", object("ConfigMap", { data: { "app.yaml": "password: |\n  hunter2\nuser: a\n" } })],
    ["bytes in a ConfigMap", object("ConfigMap", { binaryData: { keystore: "hunter2" } })],
    ["an annotation", object("Pod", { metadata: { name: "a", annotations: { "example.com/api-token": "hunter2" } } })],
    [
      "JSON in an annotation",
      object("Pod", { metadata: { name: "a", annotations: { "example.com/x": '{"clientSecret":"hunter2"}' } } }),
    ],
    [
      "a field of somebody's resource",
      object("HelmRelease", { spec: { values: { grafana: { adminPassword: "hunter2" } } } }),
    ],
    [
      "a parameter of somebody's resource",
      object("Application", {
        spec: { source: { helm: { parameters: [{ name: "db.password", value: "hunter2" }] } } },
      }),
    ],
  ];

  test.each(hidden)("%s is removed, and a marker is left", (_, given) => {
    const before = structuredClone(given);
    const text = JSON.stringify(redactObject(given));
    expect(text).not.toContain("hunter2");
    expect(text).toContain("[redacted");
    expect(given).toEqual(before);
  });

  test("a literal in an environment keeps a marker of its own, for the check that looks for it", () => {
    const redacted = redactObject(container({ env: [{ name: "DB_PASSWORD", value: "hunter2" }] }));
    expect(redacted.spec).toEqual({
      containers: [{ name: "web", env: [{ name: "DB_PASSWORD", value: REDACTED_CREDENTIAL }] }],
    });
  });

  const kept: [string, KubernetesObject][] = [
    [
      "flags of the control plane",
      container({
        command: [
          "kube-apiserver",
          "--token-auth-file=/etc/tokens",
          "--enable-bootstrap-token-auth=true",
          "--service-account-signing-key-file=/etc/sa.key",
          "--use-service-account-credentials=true",
          "--service-account-max-token-expiration=24h",
          "--anonymous-auth=false",
        ],
      }),
    ],
    [
      "references",
      container({
        env: [
          { name: "DB_PASSWORD", valueFrom: { secretKeyRef: { name: "db", key: "password" } } },
          { name: "TOKEN_FILE", value: "/var/run/token" },
          { name: "PASSWORD", value: "$(OTHER)" },
        ],
      }),
    ],
    [
      "labels and selectors",
      object("Deployment", {
        metadata: { name: "a", labels: { secret: "x1234567", token: "y" } },
        spec: {
          selector: { matchLabels: { secret: "x1234567" } },
          template: { metadata: { labels: { secret: "x1234567" } } },
        },
      }),
    ],
    [
      "roles about secrets",
      object("Role", { rules: [{ resources: ["secrets"], verbs: ["get"], resourceNames: ["db-password"] }] }),
    ],
    ["names of secrets", object("Ingress", { spec: { tls: [{ secretName: "shop-tls" }] } })],
    ["quotas of secrets", object("ResourceQuota", { spec: { hard: { secrets: "10", "count/secrets": "100" } } })],
    [
      "addresses without passwords",
      object("ConfigMap", { data: { url: "https://shop.example:8443/a@b?x=y:z", git: "ssh://git@github.com/a/b" } }),
    ],
    [
      "volumes of tokens",
      object("Pod", {
        spec: {
          volumes: [
            {
              name: "token",
              projected: { sources: [{ serviceAccountToken: { path: "token", expirationSeconds: 3600 } }] },
            },
          ],
        },
      }),
    ],
  ];

  test.each(kept)("%s are kept", (_, given) => {
    expect(redactObject(given)).toEqual(given);
  });
});

describe("what cannot be stored", () => {
  test("NUL, halves of characters and infinite numbers", () => {
    const given = object("ConfigMap", { data: { "a\u0000": "x\u0000y", b: "\ud800z" }, n: Number.POSITIVE_INFINITY });
    expect(redactObject(given)).toMatchObject({ data: { a: "xy", b: "\ufffdz" }, n: null });
  });

  test("keys that reach into JavaScript", () => {
    const given = JSON.parse(
      '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"a","labels":{"__proto__":"x","a":"b"}},"__proto__":{"x":1},"constructor":{"prototype":{"x":1}}}',
    );
    const redacted = redactObject(given);
    expect(Object.keys(redacted)).toEqual(["apiVersion", "kind", "metadata"]);
    expect(Object.getPrototypeOf(redacted)).toBe(Object.prototype);
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  test("a field that would keep its map from being turned into a text", () => {
    const redacted = redactObject(object("Pod", { spec: JSON.parse('{"containers":[{"name":{"toString":3}}]}') }));
    expect(String((redacted.spec as { containers: { name: unknown }[] }).containers[0]?.name)).toBe("[object Object]");
  });

  test("depth without end", () => {
    let deep: unknown = "end";
    for (let count = 0; count < 5_000; count++) deep = { a: deep };
    expect(JSON.stringify(redactObject(object("Pod", { spec: deep }))).length).toBeLessThan(2_000);
  });
});

test("a canary that is planted where a secret may stand never comes out, whatever stands around it", () => {
  const canary = "c4n4ry-Zx9";
  const places: ((noise: unknown) => object)[] = [
    (noise) => ({ kind: "Secret", data: { a: canary, b: noise } }),
    (noise) => ({
      kind: "Secret",
      stringData: { a: canary },
      metadata: { name: "a", annotations: { x: `{"data":{"a":"${canary}"}}` } },
      spec: noise,
    }),
    (noise) => ({ kind: "Pod", spec: { noise, containers: [{ env: [noise, { name: "API_TOKEN", value: canary }] }] } }),
    (noise) => ({ kind: "Thing", spec: { deep: [{ noise, nested: { clientSecret: canary } }] } }),
    (noise) => ({ kind: "ConfigMap", data: { "x.env": `A=b\nDB_PASSWORD=${canary}\nC=d`, noise } }),
    (noise) => ({
      kind: "Job",
      spec: { template: { spec: { containers: [{ args: ["x", `--auth-token=${canary}`], noise }] } } },
    }),
    (noise) => ({ kind: "Any", status: { noise, message: `dial amqp://user:${canary}@queue:5672 failed` } }),
  ];
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.jsonValue(), (place, noise) => {
      const text = JSON.stringify(redactObject({ ...object("Any"), ...place(noise) } as KubernetesObject));
      expect(text).not.toContain(canary);
    }),
    { numRuns: 500, seed: 20_261_123 },
  );
});

test("to redact twice changes nothing more", () => {
  const secret = fc.constantFrom("postgres://a:b1@c/d", "password=hunter2", "ghp_0123456789abcdefghij01", "plain", "");
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom("password", "url", "a", "token_file", "data"), fc.oneof(secret, fc.jsonValue())),
      (spec) => {
        const once = redactObject(object("Thing", { spec }));
        expect(redactObject(once)).toEqual(once);
      },
    ),
    { numRuns: 300, seed: 20_261_123 },
  );
});

describe("E12 a megabyte of anything takes time by its length alone", () => {
  const MIB = 1 << 20;
  const of = (part: string) => part.repeat(Math.ceil(MIB / part.length)).slice(0, MIB);
  const hostile = [
    "a",
    "://",
    "://a:",
    "://a:b@",
    "-----BEGIN ",
    "-",
    "eyJ-",
    "eyJaaaaaaaaaa.",
    "secret",
    'token="',
    "token: token: ",
    "\n",
    "password: |\n",
    " -u a:",
    "mysql ",
    "mysql -p",
    "glpat-",
    "authorization: bearer ",
    '"auth":"',
    "key",
    "secret\\\\\\",
    "password=\t",
    "a.b-c_",
  ];

  test.each(hostile.map((part) => [JSON.stringify(part), part]))("%s over and over", (_, part) => {
    redactText(of(part).slice(0, 10_000));
    const { user } = process.cpuUsage();
    redactText(of(part));
    // Quadratic time would be minutes; the limit leaves room for a slow machine.
    expect((process.cpuUsage().user - user) / 1_000).toBeLessThan(1_000);
  });
});
