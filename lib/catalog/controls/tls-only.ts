import { entriesOfConcern } from "./entry.ts";

export const TLS_ONLY = entriesOfConcern("tls-only", [
  {
    id: "mutual-tls-between-services",
    title: "Services prove to each other who they are, over TLS",
    weight: 4,
    likelihood: 3,
    impact: 3,
    critical: false,
    checks: ["service-mesh-mtls-missing"],
    observation: "caps",
    references: ["NSA network", "O22:K07", "O25:K05", "T1040", "T1557"],
    question: {
      asks: "How does the billing service know that a request really comes from the booking service?",
      why: "Addresses in a cluster change by the minute and prove nothing. Without an identity on the connection, any pod that gets through the network may ask for refunds.",
      findOut:
        "From a pod outside the mesh, call an internal service over plain HTTP. If it answers, mutual TLS is not required. In a mesh, look for STRICT at the top and for exceptions below.",
      levels: [
        "Plain HTTP between services",
        "TLS on a few links, with certificates set by hand",
        "A mesh or library is in place and accepts plain text beside TLS",
        "Mutual TLS is required for all services, and policies name who may call whom",
        "As 3, a plain-text probe runs daily, and exceptions end by date",
      ],
    },
  },
  {
    id: "clients-verify-certificates",
    title: "Applications verify the certificates of what they call",
    weight: 3,
    likelihood: 3,
    impact: 3,
    critical: false,
    checks: [],
    observation: "caps",
    otherEvidence: "Static-analysis findings in SARIF about switched-off certificate verification",
    references: ["NSA network", "O25:K05", "T1557"],
    question: {
      asks: "Is certificate verification switched off anywhere in your code or its settings?",
      why: "Encryption to an unknown partner protects from nobody. The switch that a developer flips to get past a test certificate tends to travel into production, and works there for years.",
      findOut:
        "Search the repositories: `git grep -nE 'InsecureSkipVerify|verify=False|rejectUnauthorized: *false|NODE_TLS_REJECT|sslmode=disable'`. Look at database and broker connections too.",
      levels: [
        "Never checked",
        "Known in several services, tolerated because of internal certificates",
        "Off only in tests; databases or brokers are still called without verification",
        "All clients verify, with the internal authority in every base image",
        "As 3, a rule of static analysis blocks the switch, and trust bundles are distributed automatically",
      ],
    },
  },
]);
