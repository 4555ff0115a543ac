import { entriesOfConcern } from "./entry.ts";

export const RBAC_AUTHORIZATION = entriesOfConcern("rbac-authorization", [
  {
    id: "cluster-admin-is-rare",
    title: "Cluster-admin is held by a few named people and system parts",
    weight: 5,
    likelihood: 3,
    impact: 5,
    critical: true,
    checks: ["cluster-admin-binding"],
    observation: "decides",
    escalatesTo: "cloud",
    references: ["CIS 5.1.1", "NSA authz", "O22:K03", "O25:K02", "T1098.006"],
    question: {
      asks: "Who, and which machines, can do everything in this cluster?",
      why: "Cluster-admin reads all secrets, runs on all nodes and switches off all other controls. Build servers and dashboards often hold it, so a flaw in a plugin becomes a flaw in everything.",
      findOut:
        "`kubectl get clusterrolebindings -o wide | grep cluster-admin`. For every subject beyond system:masters ask: who is it, who agreed, what would break without it?",
      levels: [
        "Most engineers and the build server have it",
        "A group of more than five holds it, and some tools do too",
        "A short list for people; one or two service accounts still have it",
        "Only a break-glass group and named system parts; daily work uses narrower roles",
        "As 3, use of it pages somebody, membership ends by itself, and scans list new holders",
      ],
    },
  },
  {
    id: "roles-without-wildcards",
    title: "Roles name the verbs and resources that they grant",
    weight: 4,
    likelihood: 3,
    impact: 4,
    critical: false,
    checks: ["rbac-wildcard"],
    observation: "decides",
    references: ["CIS 5.1.3", "NSA authz", "O22:K03", "O25:K02"],
    question: {
      asks: "Do roles of your own making say exactly which verbs on which resources they allow?",
      why: "A star grants what exists today and whatever is installed tomorrow. A role meant for one operator quietly gains the right to read secrets of the next one.",
      findOut:
        "`kubectl get roles,clusterroles -A -o yaml | grep -B6 \"'\\*'\"` and leave out names that start with system:. Each hit that you wrote yourselves counts.",
      levels: [
        "Stars are the normal way to write a role here",
        "Roles from charts are used as they come, stars included",
        "Own roles are explicit; third-party operators keep their stars",
        "No stars outside Kubernetes' own roles; exceptions carry an owner and a reason",
        "As 3, a pipeline rule refuses stars, and roles are cut back from audit logs once a year",
      ],
    },
  },
  {
    id: "secrets-readable-by-few",
    title: "Few identities can read secrets, and only those they use",
    weight: 4,
    likelihood: 3,
    impact: 4,
    critical: false,
    checks: ["rbac-secrets-access"],
    observation: "decides",
    references: ["CIS 5.1.2", "NSA authz", "O22:K03", "O22:K08", "O25:K02"],
    question: {
      asks: "How many people and service accounts can list the secrets of a production namespace?",
      why: "Listing shows contents, even where reading one by one is refused. An ingress controller or a monitoring agent that lists all secrets is the shortest way from a web request to your database.",
      findOut:
        "`kubectl auth can-i list secrets -n NAMESPACE --as=system:serviceaccount:NS:NAME` for the suspects, or `kubectl who-can list secrets -A` with the krew plugin.",
      levels: [
        "Nobody knows; the default view for teams includes secrets",
        "Known to be too many, cluster-wide grants included",
        "People cannot in production; controllers still list cluster-wide",
        "Grants are per namespace and, where possible, by name; cluster-wide readers are listed and agreed",
        "As 3, a report names every reader at each scan, and reads by people raise an alert",
      ],
    },
  },
  {
    id: "no-path-to-self-promotion",
    title: "Nobody can raise their own rights through roles or pods",
    weight: 4,
    likelihood: 2,
    impact: 5,
    critical: false,
    checks: ["rbac-bind-escalate", "rbac-pod-exec-attach"],
    observation: "caps",
    references: ["CIS 5.1.8", "O22:K03", "O25:K02", "T1609", "T1098.006"],
    question: {
      asks: "Could a team member with edit rights make themselves an administrator?",
      why: "Some rights are bigger than they look. Binding roles, impersonating, opening a shell in a stronger pod or creating pods under its account all lead to the top in two steps.",
      findOut:
        "Look for the verbs bind, escalate and impersonate and for pods/exec in your own roles. Then ask: in which namespaces can this person start a pod, and what do accounts there hold?",
      levels: [
        "Never considered",
        "Considered, yet everyone with edit rights may exec into any pod",
        "bind, escalate and impersonate are gone from team roles; exec in production is still common",
        "Strong service accounts live in namespaces that teams cannot enter; exec needs a timed grant",
        "As 3, a path analysis of RBAC runs at each change, and every exec in production is logged and read",
      ],
    },
  },
]);
