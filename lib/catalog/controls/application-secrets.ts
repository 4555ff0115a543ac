import { entriesOfConcern } from "./entry.ts";

export const APPLICATION_SECRETS = entriesOfConcern("application-secrets", [
  {
    id: "no-credentials-in-manifests",
    title: "No password or key stands in a manifest, chart or ConfigMap",
    weight: 5,
    likelihood: 4,
    impact: 4,
    critical: true,
    checks: ["credential-literal-in-env"],
    observation: "caps",
    otherEvidence: "A secret-scanning report of the repositories, such as gitleaks in SARIF form",
    references: ["CIS 5.4.1", "NSA network", "O22:K08", "O25:K03", "T1552.001"],
    question: {
      asks: "If your Git server became public tonight, which passwords would you have to change by morning?",
      why: "What is written in a manifest is read by everyone who can read the repository, its forks and its build logs. History keeps it after the line is gone.",
      findOut:
        "Run a secret scanner over the deployment repositories with full history. Then `kubectl get deploy -A -o yaml | grep -iE -A1 'name: .*(password|token|secret)'` and look for plain values.",
      levels: [
        "Passwords in values files are normal",
        "Known to exist; removed when somebody stumbles over one",
        "Production is clean; staging, old branches or history are not",
        "No repository holds a live credential; a scanner blocks the commit or the merge",
        "As 3, history is scanned each night, and a hit starts rotation the same day",
      ],
    },
  },
  {
    id: "secrets-mounted-as-files",
    title: "Secrets reach a process as files, not as environment variables",
    weight: 2,
    likelihood: 2,
    impact: 3,
    critical: false,
    checks: ["secret-in-env-var"],
    observation: "decides",
    references: ["CIS 5.4.1", "O22:K08", "O25:K03", "T1552.007"],
    question: {
      asks: "Do your services read their secrets from files, or from the environment?",
      why: "The environment travels: into crash reports, child processes, debug pages and support tickets. It also stays as it was at the start, so a rotated secret needs a restart that nobody plans.",
      findOut:
        "`kubectl get deploy -A -o yaml | grep -c secretKeyRef` gives a first number. Ask one team what their error tracker records of the environment.",
      levels: [
        "Always the environment, it is what the framework does",
        "Files here and there, by the taste of a team",
        "New services use files; the chart template offers it",
        "Files everywhere the software allows; exceptions are third-party and listed",
        "As 3, services reload a changed file without restart, and the pipeline flags new variables",
      ],
    },
  },
  {
    id: "secrets-rotated",
    title: "Secrets come from one managed store and change on schedule",
    weight: 4,
    likelihood: 3,
    impact: 4,
    critical: false,
    checks: [],
    observation: "caps",
    otherEvidence: "The store's own report of ages and last rotations, imported as a document",
    references: ["CIS 5.4.2", "NSA network", "O22:K08", "O25:K03", "T1552"],
    question: {
      asks: "When did the production database password last change, and who noticed?",
      why: "A secret that never changes has been seen by everyone who ever worked here. When it leaks, a team that has never rotated one will do it for the first time during an incident.",
      findOut:
        "`kubectl get secrets -A --sort-by=.metadata.creationTimestamp | head -20` shows the oldest. Pick one and ask who would change it, how, and what would break.",
      levels: [
        "Secrets are created by hand, once",
        "A store exists; copies in the cluster are made and refreshed by hand",
        "Synced from a store for most services; rotation happens after incidents",
        "All come from the store by an operator or CSI driver, each with an owner and a maximum age",
        "As 3, rotation is automatic or rehearsed, and a report names every secret past its age",
      ],
    },
  },
]);
