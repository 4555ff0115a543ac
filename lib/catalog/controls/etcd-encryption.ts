import { entriesOfConcern } from "./entry.ts";

export const ETCD_ENCRYPTION = entriesOfConcern("etcd-encryption", [
  {
    id: "secrets-encrypted-in-etcd",
    title: "The API server encrypts secrets before etcd stores them",
    weight: 5,
    likelihood: 2,
    impact: 5,
    critical: true,
    checks: ["apiserver-encryption-provider"],
    observation: "decides",
    families: ["cloud-secrets-kms-missing"],
    otherEvidence:
      "Encryption settings of the cluster resource in a Terraform plan, or CIS EKS 5.3.1 in a kube-bench report",
    references: ["CIS 1.2.27", "CIS 1.2.28", "CIS EKS 5.3.1", "NSA network", "O22:K08", "O25:K03"],
    question: {
      asks: "If a stranger copied etcd's data tonight, could they read your database passwords?",
      why: "Kubernetes stores secrets in base64, which is spelling, not encryption. Each etcd backup, disk snapshot and debug dump is then a list of every password in the cluster.",
      findOut:
        "Self-managed: look for `--encryption-provider-config` on the API server and read which provider comes first; `identity` first means plain text. Managed: look for a KMS key on the cluster.",
      levels: [
        "Secrets lie in etcd in plain text",
        "Encryption was switched on, old secrets were never rewritten",
        "All secrets are encrypted, with a static key in a file beside the API server",
        "A KMS provider encrypts all secrets; the key lives outside the cluster",
        "As 3, the key rotates each year or sooner, secrets are rewritten, and a test reads raw etcd to prove it",
      ],
    },
  },
  {
    id: "etcd-disks-encrypted",
    title: "Disks and backups of etcd and nodes are encrypted",
    weight: 4,
    likelihood: 2,
    impact: 4,
    critical: false,
    checks: [],
    observation: "caps",
    otherEvidence: "Disk, snapshot and bucket encryption in a Terraform plan or a Prowler report of the account",
    references: ["NSA network", "O22:K08", "O25:K03", "T1552"],
    question: {
      asks: "Which disks and backups below the cluster are not encrypted at rest?",
      why: "Data outlives machines. A disk that is returned, a snapshot shared with the wrong account, a bucket opened by mistake: unencrypted, each one is a breach that you must report.",
      findOut:
        "Ask the provider for all volumes and snapshots with encryption off; for AWS `aws ec2 describe-volumes --filters Name=encrypted,Values=false`. Then check the bucket of the etcd backups.",
      levels: [
        "Encryption at rest was never a topic",
        "Some volumes are encrypted, by luck of defaults",
        "Control-plane disks are; node disks, persistent volumes or backups are not",
        "All disks, snapshots and backup buckets are encrypted by an account default with your own key",
        "As 3, an account policy refuses unencrypted storage, and access to the key is reviewed each quarter",
      ],
    },
  },
]);
