import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { check, type Fault, PASS } from "../check.ts";
import { judgePrograms } from "../reading/control-plane-program.ts";
import { recordsOf, stringsOf } from "../reading/entries.ts";

/**
 * Restricted: the flag --encryption-provider-config of kube-apiserver, and where the snapshot carries it (from
 * infrastructure as code) the EncryptionConfiguration: the first provider for secrets is what writes.
 * Allowed: the flag is set; the first provider encrypts.
 */
export const apiserverEncryptionProvider = check({
  id: "apiserver-encryption-provider",
  title: "Secrets are stored in etcd unencrypted",
  severity: "high",
  layer: "cluster",
  dimension: "security",
  concern: "application-secrets",
  references: ["CIS 1.2.27", "CIS 1.2.28", "NSA network", "O22:K08", "O25:K03"],
  escalatesTo: "cloud",
  why: "Without an encryption provider etcd holds every Secret as readable text. A copied disk, a backup in a bucket or a look into the data folder of a control-plane node then gives away every password, token and key of every application at once.",
  seeByHand: "kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep encryption-provider-config",
  fix: "Write an EncryptionConfiguration with a KMS v2 provider first (or secretbox where there is no KMS) and identity last, give it to every API server, then rewrite all secrets once: kubectl get secrets -A -o json | kubectl replace -f -. Whoever loses the key loses the secrets, so rehearse the restore. This check sees the flag, and the file only when it is part of the upload; answer for the rest.",
  before: `apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      command: [kube-apiserver, --secure-port=6443]
`,
  after: `apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      command: [kube-apiserver, --encryption-provider-config=/etc/kubernetes/encryption.yaml, --secure-port=6443]
`,
  of: "cluster",
  look: (index) => {
    const weak = weakConfigurations(index);
    if (weak.length > 0) return weak;
    return judgePrograms(index, "kube-apiserver", ({ on, field, flag }) => {
      const config = flag("encryption-provider-config");
      if (config && config.value !== "" && config.value !== "true") return PASS;
      return [
        {
          on,
          field: config?.field ?? field,
          message: "kube-apiserver does not set --encryption-provider-config, so etcd holds secrets as plain text",
        },
      ];
    });
  },
});

function weakConfigurations(index: ClusterIndex): Fault[] {
  return index.ofKind("EncryptionConfiguration").flatMap((on) => {
    const covering = recordsOf(on.object.resources).find(({ entry }) =>
      stringsOf(entry.resources).some((resource) => ["secrets", "*.", "*.*"].includes(resource)),
    );
    if (!covering) return [{ on, field: "resources", message: "the EncryptionConfiguration does not cover secrets" }];
    const field = `resources[${covering.at}].providers`;
    const first = recordsOf(covering.entry.providers)[0]?.entry ?? {};
    if (!("identity" in first) && Object.keys(first).length > 0) return [];
    return [{ on, field, message: "the first provider for secrets is identity, which writes them as plain text" }];
  });
}
