import { entriesOfConcern } from "./entry.ts";

export const DEPENDENCY_SECURITY = entriesOfConcern("dependency-security", [
  {
    id: "dependencies-scanned",
    title: "Third-party libraries are scanned routinely and updated",
    weight: 4,
    likelihood: 4,
    impact: 3,
    critical: false,
    checks: [],
    observation: "caps",
    otherEvidence: "Reports of Trivy, Grype, OSV-Scanner or npm audit for the repositories, or a SARIF export",
    references: ["NSA upgrade", "O22:K02", "O25:K07", "T1195.001"],
    question: {
      asks: "When a library that you use is found to be dangerous, how long until your teams know?",
      why: "Nine tenths of what you ship was written by people you never met. The next Log4Shell will not send an e-mail; you either search every repository at once or read about it.",
      findOut:
        "Pick a well-known flaw of last year and ask two teams whether they were affected and how they found out. Look for an update bot with merged pull requests.",
      levels: [
        "No scanning of libraries",
        "Some developers run a tool on their own machines",
        "A scanner reports for most repositories; alerts pile up unread",
        "Every repository is scanned at each change and daily; criticals have a deadline that is kept",
        "As 3, updates arrive by bot with tests that make them safe to merge, and overdue ones escalate",
      ],
    },
  },
  {
    id: "bill-of-materials-kept",
    title: "For every release there is a list of what is inside",
    weight: 3,
    likelihood: 3,
    impact: 3,
    critical: false,
    checks: [],
    observation: "caps",
    otherEvidence: "CycloneDX or SPDX documents of the releases",
    references: ["O22:K02", "O25:K07", "T1195.002"],
    question: {
      asks: "Can you list, within an hour, every running service that contains a given library version?",
      why: "Customers, regulators and your own incident team ask this on the worst day. Without an inventory the answer takes a week of searching, and it is out of date when it is done.",
      findOut:
        "Try it: choose a common library, start the clock, and ask for the list of running services with its version. Where did the answer come from?",
      levels: [
        "No such list",
        "Can be rebuilt by hand from lock files",
        "Documents are produced for some releases and lie in build logs",
        "Each image has one attached, stored where it can be searched, matched to what runs",
        "As 3, signed with the image, and the search is rehearsed twice a year against the clock",
      ],
    },
  },
]);
