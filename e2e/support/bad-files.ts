import { zipSync } from "fflate";

export type BadFile = {
  what: string;
  name: string;
  content: () => Uint8Array;
  /** What the portal says of it. */
  says: RegExp;
};

const pod = (name: string, metadata: object = {}) => ({
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name, namespace: "shop", ...metadata },
  spec: { containers: [{ name: "main", image: "shop" }] },
});
const list = (items: unknown[]) => ({ apiVersion: "v1", kind: "List", items });
const json = (value: unknown) => Buffer.from(JSON.stringify(value, null, 2));

function truncated(): Uint8Array {
  const web = { apiVersion: "apps/v1", kind: "Deployment", metadata: { name: "web", namespace: "shop" }, spec: {} };
  const whole = JSON.stringify(list([pod("a"), pod("b"), web]), null, 2);
  return Buffer.from(whole.slice(0, whole.lastIndexOf('"spec"')));
}

/** Nine aliases of nine aliases of nine …: a thousand bytes that unfold to ten billion. */
function aliasBomb(): Uint8Array {
  const names = [..."abcdefghij"];
  const lines = names.map(
    (name, at) =>
      `${name}: &${name} [${Array(9)
        .fill(at === 0 ? "x" : `*${names[at - 1]}`)
        .join(", ")}]`,
  );
  return Buffer.from(["apiVersion: v1", "kind: ConfigMap", "metadata: { name: bomb }", ...lines].join("\n"));
}

const MiB = 1024 * 1024;

/** What goes wrong with files, by accident or on purpose; none of it may leave a trace. */
export const BAD_FILES: readonly BadFile[] = [
  { what: "an empty file", name: "empty.json", content: () => Buffer.alloc(0), says: /^empty\.json is empty\./ },
  {
    what: "JSON that ends in the middle",
    name: "cut.json",
    content: truncated,
    says: /^cut\.json ends in the middle of document 1 \(line 37, a Deployment named web in namespace shop\)\./,
  },
  {
    what: "a YAML alias bomb",
    name: "bomb.yaml",
    content: aliasBomb,
    says: /its aliases unfold to more than any manifest holds/,
  },
  {
    what: "a zip whose names climb out of it",
    name: "climb.zip",
    content: () => zipSync({ "../../etc/cron.d/x.json": json(pod("a")) }),
    says: /^climb\.zip is refused: .*\.\.\/\.\.\/etc\/cron\.d\/x\.json/,
  },
  {
    what: "a zip that unpacks to a thousand times its size",
    name: "bomb.zip",
    content: () => zipSync({ "pods.json": new Uint8Array(96 * MiB) }, { level: 9 }),
    says: /^bomb\.zip unpacks to more than 200 times its size/,
  },
  {
    what: "no object at all",
    name: "nothing.json",
    content: () => json(list([])),
    says: /^nothing\.json holds no Kubernetes objects\./,
  },
  {
    what: "an object without a kind",
    name: "kindless.json",
    content: () => json(list([pod("a"), { apiVersion: "v1", metadata: { name: "x" } }])),
    says: /^kindless\.json, document 1, line \d+: the object has no kind\./,
  },
  {
    what: "an object without a name",
    name: "nameless.json",
    content: () => json(list([pod("a"), { apiVersion: "v1", kind: "Pod", metadata: {} }])),
    says: /^nameless\.json, document 1, line \d+: the Pod has no name\./,
  },
  {
    what: "a List of Lists",
    name: "lists.json",
    content: () => json(list([list([pod("a")]), list([pod("b")])])),
    says: /^lists\.json, document 1, line \d+: it is a List inside a List/,
  },
  {
    what: "50 MB of one annotation",
    name: "annotation.json",
    content: () => json(list([pod("a", { annotations: { note: "x".repeat(50 * MiB) } })])),
    says: /^annotation\.json, document 1, line \d+: it is larger than any object of Kubernetes \(32 MiB; byte \d+ and following\)\./,
  },
];
