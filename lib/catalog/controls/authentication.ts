import { entriesOfConcern } from "./entry.ts";

export const AUTHENTICATION = entriesOfConcern("authentication", [
  {
    id: "no-anonymous-access",
    title: "Anonymous callers can do nothing",
    weight: 5,
    likelihood: 3,
    impact: 5,
    critical: true,
    checks: ["anonymous-binding", "apiserver-anonymous-auth"],
    observation: "decides",
    otherEvidence: "CIS 1.2.1 in a kube-bench report, where the API server's flags are out of sight",
    references: ["CIS 1.2.1", "NSA authn", "O22:K06", "O25:K09", "T1078.001"],
    question: {
      asks: "What does the API server let a caller do who does not say who they are?",
      why: "A binding to system:anonymous or system:unauthenticated is often left over from a demo. It gives the whole network, sometimes the internet, the rights that were meant for one dashboard.",
      findOut:
        "`curl -sk https://API-SERVER/api/v1/namespaces` without a token should say 401 or 403. Then search bindings for system:anonymous and system:unauthenticated.",
      levels: [
        "Anonymous callers can read or change something",
        "Only defaults, and nobody has tried it",
        "Bindings are clean; anonymous requests still reach authorization",
        "Anonymous requests are off, or limited to health endpoints, and no binding names them",
        "As 3, admission refuses such a binding, and a probe without a token runs every day",
      ],
    },
  },
  {
    id: "people-sign-in-as-themselves",
    title: "People sign in as themselves through the identity provider",
    weight: 4,
    likelihood: 3,
    impact: 4,
    critical: false,
    checks: [],
    observation: "caps",
    otherEvidence: "OIDC flags in a kube-bench report, or access entries and identity providers in a Terraform plan",
    references: ["CIS 3.1.1", "NSA authn", "O22:K06", "O25:K09", "T1078"],
    question: {
      asks: "When an engineer leaves at noon, what can they still do with kubectl at one o'clock?",
      why: "Client certificates cannot be revoked and shared kubeconfigs have no name in the log. A former colleague, or whoever has their laptop, keeps the keys until somebody rotates the whole authority.",
      findOut:
        "Ask two engineers to run `kubectl auth whoami`. The same name twice, or a certificate user, means shared or eternal access. Look for a kubeconfig in the wiki and the chat.",
      levels: [
        "One shared kubeconfig with administrator rights",
        "Personal certificates or tokens that never end",
        "Single sign-on for most; an emergency file is still in use for daily work",
        "Everyone signs in by the identity provider with a second factor; tokens end within a day",
        "As 3, leavers are cut off automatically, and the emergency access is sealed, tested and alarmed",
      ],
    },
  },
  {
    id: "machine-credentials-expire",
    title: "Machine credentials are short-lived",
    weight: 4,
    likelihood: 3,
    impact: 4,
    critical: false,
    checks: ["service-account-token-secret"],
    observation: "caps",
    otherEvidence:
      "A secret-scanning report of build systems and repositories shows tokens that live outside the cluster",
    references: ["CIS 5.1.6", "NSA authn", "O25:K09", "T1528"],
    question: {
      asks: "Which tokens for the Kubernetes API are older than a day, and where do copies of them lie?",
      why: "A token in a Secret never ends. It sits in build variables, in old backups and in the notes of a contractor, and works as well in three years as it does today.",
      findOut:
        "`kubectl get secrets -A --field-selector type=kubernetes.io/service-account-token` lists the eternal ones. Then ask how the build system signs in to deploy.",
      levels: [
        "Pipelines and tools use eternal tokens, and nobody has a list",
        "A list exists; rotation is by hand and overdue",
        "Pods use bound tokens; build servers and outside tools keep eternal ones",
        "All machines exchange a workload identity for a token that ends within hours",
        "As 3, admission refuses token secrets, and each scan confirms that none came back",
      ],
    },
  },
  {
    id: "tokens-only-where-used",
    title: "Pods that do not call the Kubernetes API carry no token for it",
    weight: 3,
    likelihood: 3,
    impact: 3,
    critical: false,
    checks: ["service-account-token-automount"],
    observation: "decides",
    references: ["CIS 5.1.5", "CIS 5.1.6", "NSA pod", "O22:K08", "O25:K03", "T1528"],
    question: {
      asks: "Of all pods with an API token mounted, how many ever call the API?",
      why: "Kubernetes mounts a token into every pod unless told otherwise. A file-read flaw in a web shop then turns into a conversation with your control plane.",
      findOut:
        "In a pod of a plain web service: `ls /var/run/secrets/kubernetes.io/serviceaccount`. If a token is there, ask its team what for. Most will not know.",
      levels: [
        "Every pod carries the default account's token",
        "Some teams switched it off after a review",
        "Off in new charts; older workloads and the default accounts still mount it",
        "Off on all default accounts; pods that need a token have an account of their own",
        "As 3, admission sets it off unless asked for, and accounts without calls are removed",
      ],
    },
  },
]);
