import { check, NOT_APPLICABLE, notAssessable, PASS } from "../check.ts";
import { recordOf } from "../reading/entries.ts";

/** How the volumes of a provisioner come to be encrypted: always, or by a parameter of the storage class. */
type Encryption = { always: true } | { parameters: readonly string[]; values: RegExp };
const SWITCH = /^(true|yes|1)$/i;

const ENCRYPTION: readonly (readonly [RegExp, Encryption])[] = [
  [
    /^(ebs\.csi\.aws\.com|ebs\.csi\.eks\.amazonaws\.com|kubernetes\.io\/aws-ebs)$/,
    { parameters: ["encrypted"], values: SWITCH },
  ],
  [/^(pd\.csi\.storage\.gke\.io|filestore\.csi\.storage\.gke\.io|kubernetes\.io\/gce-pd)$/, { always: true }],
  [
    /^(disk\.csi\.azure\.com|file\.csi\.azure\.com|blob\.csi\.azure\.com|kubernetes\.io\/azure-(disk|file))$/,
    { always: true },
  ],
  [/^dobs\.csi\.digitalocean\.com$/, { always: true }],
  [/^(blockvolume\.csi\.oraclecloud\.com|oracle\.com\/oci)$/, { always: true }],
  [/^(vpc\.block\.csi\.ibm\.io|vpc\.file\.csi\.ibm\.io)$/, { always: true }],
  [/(^|\.)(rbd|cephfs)\.csi\.ceph\.com$/, { parameters: ["encrypted"], values: SWITCH }],
  [/^driver\.longhorn\.io$/, { parameters: ["encrypted"], values: SWITCH }],
  [/^(pxd\.portworx\.com|kubernetes\.io\/portworx-volume)$/, { parameters: ["secure"], values: SWITCH }],
  [/^(disk|nas)plugin\.csi\.alibabacloud\.com$/, { parameters: ["encrypted", "encryptType"], values: /\S/ }],
  [
    /^linodebs\.csi\.linode\.com$/,
    { parameters: ["linodebs.csi.linode.com/luks-encrypted", "linodebs.csi.linode.com/encrypted"], values: SWITCH },
  ],
  [/^csi\.scaleway\.com$/, { parameters: ["encrypted"], values: SWITCH }],
  [/^csi\.hetzner\.cloud$/, { parameters: ["csi.storage.k8s.io/node-publish-secret-name"], values: /\S/ }],
  [/^csi\.trident\.netapp\.io$/, { parameters: ["luksEncryption"], values: SWITCH }],
  [/^linstor\.csi\.linbit\.com$/, { parameters: ["encryption", "linstor.csi.linbit.com/encryption"], values: SWITCH }],
];

/** Provisioners that hand out folders or disks of the node as they are. */
const PLAIN =
  /^(rancher\.io\/local-path|openebs\.io\/local|k8s\.io\/minikube-hostpath|microk8s\.io\/hostpath|hostpath\.csi\.k8s\.io|docker\.io\/hostpath)$/;

/**
 * Judges whether the volumes of a storage class are encrypted by the storage system, as far as class and driver tell.
 * What a cloud encrypts always passes; where neither the class nor the driver's name tells, it cannot be judged.
 */
export const persistentVolumeUnencrypted = check({
  id: "persistent-volume-unencrypted",
  title: "Storage class makes volumes without encryption",
  severity: "medium",
  layer: "cluster",
  dimension: "storage-backup",
  concern: null,
  references: ["NSA network"],
  why: "Disks are detached, copied, returned and thrown away, and snapshots of them are shared by one wrong click. Whoever gets hold of one reads your database without any password of the cluster; and for data of persons the law asks whether it was encrypted.",
  seeByHand:
    "kubectl get storageclasses -o custom-columns=NAME:.metadata.name,PROVISIONER:.provisioner,PARAMETERS:.parameters",
  fix: 'Make a new class with encryption (encrypted: "true", and your own key where the rules ask for one), make it the default, and move the data: an existing volume stays as it is, so copy it through a snapshot or the application. An account may encrypt all disks by default (EBS): prove that and accept this finding. On your own disks use LUKS or the storage system\'s encryption.',
  before: `apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: { name: fast }
provisioner: ebs.csi.aws.com
parameters: { type: gp3 }
`,
  after: `apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: { name: fast }
provisioner: ebs.csi.aws.com
parameters: { type: gp3, encrypted: "true" }
`,
  of: "object",
  kinds: ["StorageClass"],
  look: ({ object }) => {
    const { provisioner } = object;
    if (typeof provisioner !== "string" || provisioner === "kubernetes.io/no-provisioner") return NOT_APPLICABLE;
    const parameters = recordOf(object.parameters);
    if (PLAIN.test(provisioner))
      return [
        { field: "provisioner", message: `${provisioner} hands out folders of the node, which it does not encrypt` },
      ];
    const encryption = ENCRYPTION.find(([pattern]) => pattern.test(provisioner))?.[1];
    if (!encryption) {
      const says = Object.entries(parameters).some(
        ([key, value]) => /encrypt/i.test(key) && SWITCH.test(asText(value)),
      );
      return says ? PASS : notAssessable(`whether ${provisioner} encrypts its volumes cannot be told from the class`);
    }
    if ("always" in encryption) return PASS;
    const isOn = encryption.parameters.some((name) => encryption.values.test(asText(parameters[name])));
    if (isOn) return PASS;
    const [name = ""] = encryption.parameters;
    return [
      { field: "parameters", message: `the class does not ask ${provisioner} for encryption (parameter ${name})` },
    ];
  },
});

function asText(value: unknown): string {
  return typeof value === "string" || typeof value === "boolean" ? String(value) : "";
}
