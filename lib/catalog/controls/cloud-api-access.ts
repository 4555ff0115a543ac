import { entriesOfConcern } from "./entry.ts";

export const CLOUD_API_ACCESS = entriesOfConcern("cloud-api-access", [
  {
    id: "metadata-service-blocked",
    title: "Pods cannot borrow the node's cloud credentials",
    weight: 5,
    likelihood: 4,
    impact: 5,
    critical: true,
    checks: ["metadata-api-reachable"],
    observation: "caps",
    otherEvidence: "Hop limit and token settings of the node pools in a Terraform plan or a Prowler report",
    references: ["NSA network", "O25:K08", "T1552.005"],
    question: {
      asks: "Can a workload reach the cloud's credentials from inside a pod?",
      why: "The node's metadata address hands out the node's cloud role to whoever asks. One flawed web form then reads your registry and your disks, sometimes the account.",
      findOut:
        "From any pod: `curl -m 2 http://169.254.169.254/`. An answer of any kind is a yes. Repeat it in three namespaces, one of them a system one.",
      levels: [
        "Nobody has looked",
        "It is reachable; we rely on images not trying",
        "Blocked in some namespaces or on some node pools",
        "Blocked on every node by hop limit or egress policy; exceptions are listed by name",
        "As 3, new node pools and namespaces are refused without the block, and a probe tests it daily",
      ],
    },
  },
  {
    id: "workload-identity-for-cloud-access",
    title: "Workloads that need the cloud have an identity of their own",
    weight: 4,
    likelihood: 3,
    impact: 4,
    critical: false,
    checks: ["workload-identity-missing"],
    observation: "caps",
    otherEvidence: "Trust policies of the workload roles in a Terraform plan",
    references: ["CIS EKS 5.2.1", "O25:K08", "T1078"],
    question: {
      asks: "When a workload writes to a bucket or a queue, whose permission does it use?",
      why: "Where pods share the node's role or a copied access key, the least important one holds the rights of the most important. Nobody can tell from the cloud's log which of them acted.",
      findOut:
        "List the workloads that call the cloud. `kubectl get sa -A -o yaml | grep -E 'role-arn|gcp-service-account|azure.workload'` shows those with an identity; the rest use something else.",
      levels: [
        "Static cloud keys in secrets or images",
        "Pods use whatever role the node has",
        "New workloads get their own identity; older ones still share",
        "Each workload that calls the cloud has its own role, bound to one service account",
        "As 3, admission refuses cloud keys in pods, and unused roles are found and removed each quarter",
      ],
    },
  },
  {
    id: "node-role-least-privilege",
    title: "Node and control-plane roles hold only what they use",
    weight: 4,
    likelihood: 3,
    impact: 5,
    critical: false,
    checks: [],
    observation: "caps",
    otherEvidence: "A Prowler report of the account, or the roles and policies in a Terraform plan",
    references: ["O25:K08", "T1078", "T1098.006"],
    question: {
      asks: "What could an intruder do in your cloud account with nothing but a node's role?",
      why: "Node roles collect rights over the years: a bucket here, a snapshot there. Whoever takes over one node inherits them all, and the account is the layer that holds every cluster.",
      findOut:
        "Open the role of one production node and read its policies aloud. Any wildcard on resources, any right to create roles or read all buckets is a finding. Access-advisor tells what is used.",
      levels: [
        "The role has administrator or owner rights",
        "Broad managed policies plus additions that nobody remembers",
        "Only the provider's minimal node policies, with a few wide extras still open",
        "Minimal policies per node pool and controller, in code, reviewed when changed",
        "As 3, unused permissions are reported automatically and removed within a quarter",
      ],
    },
  },
]);
