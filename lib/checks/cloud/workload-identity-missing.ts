import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { containersOf } from "#lib/kubernetes/containers.ts";
import type { Workload } from "#lib/kubernetes/pod.ts";
import { check, NOT_APPLICABLE, notAssessable, PASS } from "../check.ts";
import { entriesOf, recordOf } from "../reading/entries.ts";
import { namespaceOf, objectNamed } from "../reading/namespaced.ts";
import { imagePath, type Program, workloadsRunning } from "../reading/running-program.ts";

type Cloud = { name: string; annotation: string; uses: RegExp; programs: RegExp };

/** What tells that a pod calls its cloud: variables that the cloud's libraries read, programs made for it. */
const CLOUDS: readonly Cloud[] = [
  {
    name: "AWS",
    annotation: "eks.amazonaws.com/role-arn",
    uses: /^(AWS_(REGION|DEFAULT_REGION|ACCESS_KEY_ID|SECRET_ACCESS_KEY|PROFILE|ACCOUNT_ID|S3_\w+)|S3_BUCKET)$/,
    programs:
      /(^|\/)(aws-load-balancer-controller|aws-ebs-csi-driver|aws-efs-csi-driver|amazon-k8s-cni|aws-cli|aws-for-fluent-bit|cloudwatch-agent|karpenter\/controller|velero-plugin-for-aws)$/,
  },
  {
    name: "Google Cloud",
    annotation: "iam.gke.io/gcp-service-account",
    uses: /^(GOOGLE_CLOUD_PROJECT|GOOGLE_APPLICATION_CREDENTIALS|GCP_PROJECT(_ID)?|GCLOUD_PROJECT|GCS_BUCKET)$/,
    programs: /(^|\/)(cloud-sql-proxy|gce-proxy|google-cloud-cli|cloud-sdk|velero-plugin-for-gcp)$/,
  },
  {
    name: "Azure",
    annotation: "azure.workload.identity/client-id",
    uses: /^AZURE_(CLIENT_ID|CLIENT_SECRET|TENANT_ID|SUBSCRIPTION_ID|STORAGE_ACCOUNT|STORAGE_KEY)$/,
    programs: /(^|\/)(azure-cli|velero-plugin-for-microsoft-azure|azure-service-operator)$/,
  },
];

const POD_IDENTITY_AGENT: readonly Program[] = [{ name: "EKS Pod Identity", image: /(^|\/)eks-pod-identity-agent$/ }];

/**
 * Judges the workloads that show signs of calling their cloud: the service account that they run under carries the
 * annotation of the cloud's workload identity. Without a sign there is nothing to say.
 */
export const workloadIdentityMissing = check({
  id: "workload-identity-missing",
  title: "Workload calls the cloud without an identity of its own",
  severity: "medium",
  layer: "cloud",
  dimension: "security",
  concern: "cloud-api-access",
  references: ["CIS EKS 5.2.1", "O25:K08"],
  escalatesTo: "cloud",
  why: "A pod without a workload identity calls the cloud with the node's role or with a key in its environment. The role is shared by every pod on the node, so it holds what the greediest one needs; the key never expires. Either way a flaw in one application opens what all of them may do.",
  seeByHand:
    "kubectl get serviceaccounts -A -o json | jq '.items[] | select(.metadata.annotations) | [.metadata.namespace, .metadata.name, .metadata.annotations]'",
  fix: "Give the workload a service account of its own and bind it to a narrow cloud role: IRSA or EKS Pod Identity on AWS, Workload Identity on Google Cloud and Azure. Test that the application's library is new enough to pick it up, then take the permission away from the node role and delete the key.",
  before: `apiVersion: v1
kind: ServiceAccount
metadata: { name: uploads, namespace: shop }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: uploads, namespace: shop }
spec:
  selector: { matchLabels: { app: uploads } }
  template:
    metadata: { labels: { app: uploads } }
    spec:
      serviceAccountName: uploads
      containers:
        - name: uploads
          image: registry.example/shop/uploads:2.1.0
          env: [{ name: AWS_REGION, value: eu-central-1 }]
`,
  after: `apiVersion: v1
kind: ServiceAccount
metadata:
  name: uploads
  namespace: shop
  annotations: { eks.amazonaws.com/role-arn: "arn:aws:iam::111122223333:role/shop-uploads" }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: uploads, namespace: shop }
spec:
  selector: { matchLabels: { app: uploads } }
  template:
    metadata: { labels: { app: uploads } }
    spec:
      serviceAccountName: uploads
      containers:
        - name: uploads
          image: registry.example/shop/uploads:2.1.0
          env: [{ name: AWS_REGION, value: eu-central-1 }]
`,
  of: "workload",
  look: (workload, index) => {
    const sign = signOfCloud(workload);
    if (!sign) return NOT_APPLICABLE;
    const name = workload.pod.serviceAccountName ?? workload.pod.serviceAccount ?? "default";
    const account = objectNamed(index, "ServiceAccount", namespaceOf(workload), name);
    if (account?.object.metadata.annotations?.[sign.cloud.annotation]) return PASS;
    const blind = whyBlind(sign.cloud, index);
    if (blind) return notAssessable(blind);
    if (!account)
      return notAssessable(
        `the service account "${name}" is not in the snapshot, so its cloud identity is not visible`,
      );
    return [
      {
        field: `${workload.podField}.serviceAccountName`,
        message: `${sign.seen}, but service account "${name}" has no annotation ${sign.cloud.annotation}`,
      },
    ];
  },
});

function signOfCloud(workload: Workload): { cloud: Cloud; seen: string } | undefined {
  for (const { container } of containersOf(workload))
    for (const cloud of CLOUDS) {
      const variable = entriesOf(container.env).find(({ entry }) => cloud.uses.test(String(entry.name)))?.entry.name;
      if (variable) return { cloud, seen: `container "${container.name}" sets ${variable} to call ${cloud.name}` };
      if (cloud.programs.test(imagePath(container.image)))
        return { cloud, seen: `container "${container.name}" runs ${container.image}, which calls ${cloud.name}` };
    }
  return undefined;
}

/** Where an identity may be given outside the Kubernetes API. */
function whyBlind(cloud: Cloud, index: ClusterIndex): string | null {
  if (cloud.name === "AWS" && workloadsRunning(index, POD_IDENTITY_AGENT).length > 0)
    return "EKS Pod Identity runs here, and its associations are kept in AWS, not in the Kubernetes API";
  const hides = index
    .ofKind("Node")
    .some(({ object }) => recordOf(object.metadata.labels)["iam.gke.io/gke-metadata-server-enabled"] === "true");
  if (cloud.name === "Google Cloud" && hides)
    return "Workload Identity is on, and roles may be bound to the Kubernetes service account in Google Cloud itself";
  return null;
}
