import { expect, test } from "vitest";
import type { KubernetesObject } from "./object.ts";
import { readObjects } from "./read-objects.ts";
import { redactObject } from "./redact-object.ts";

async function named(text: string, path = "upload/settings.yaml"): Promise<KubernetesObject[]> {
  const objects: KubernetesObject[] = [];
  const bytes = async function* () {
    yield new TextEncoder().encode(text);
  };
  for await (const reading of readObjects(path, bytes())) if ("object" in reading) objects.push(reading.object.object);
  return objects;
}

test("what a kubelet answers under /configz is its configuration", async () => {
  const [object] = await named('{"kubeletconfig":{"readOnlyPort":0}}', "nodes/worker-1/proxy/configz");
  expect(object).toMatchObject({
    apiVersion: "kubelet.config.k8s.io/v1beta1",
    kind: "KubeletConfiguration",
    metadata: { name: "worker-1" },
    readOnlyPort: 0,
  });
});

test.each([
  ["kubelet.config.k8s.io/v1beta1", "KubeletConfiguration"],
  ["kubeproxy.config.k8s.io/v1alpha1", "KubeProxyConfiguration"],
  ["kubeadm.k8s.io/v1beta4", "ClusterConfiguration"],
  ["audit.k8s.io/v1", "Policy"],
])("%s %s is named by its file", async (apiVersion, kind) => {
  const [object] = await named(`apiVersion: ${apiVersion}\nkind: ${kind}\nrules: []\n`, "node/etc/config.yaml");
  expect(object).toMatchObject({ kind, metadata: { name: "config" } });
});

test("a name that is given stays, and a kind of another group is no setting", async () => {
  const [given] = await named(
    "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\nmetadata: { name: workers }\n",
  );
  expect(given?.metadata.name).toBe("workers");
  expect(await named("apiVersion: policy.example/v1\nkind: Policy\n")).toEqual([]);
});

test("the keys of an EncryptionConfiguration are not kept", async () => {
  const secret = "c2VjcmV0IGlzIHNlY3VyZQ=="; // "secret is secure", an example of the documentation
  const [object] = await named(
    `apiVersion: apiserver.config.k8s.io/v1\nkind: EncryptionConfiguration\nresources:\n- resources: [secrets]\n  providers:\n  - aescbc: { keys: [{ name: key1, secret: ${secret} }] }\n`,
  );
  expect(object?.kind).toBe("EncryptionConfiguration");
  expect(object && JSON.stringify(redactObject(object))).not.toContain(secret);
});
