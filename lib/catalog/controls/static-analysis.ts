import { entriesOfConcern } from "./entry.ts";

export const STATIC_ANALYSIS = entriesOfConcern("static-analysis", [
  {
    id: "code-analysed-on-every-change",
    title: "Tools read every code change for unsafe practices",
    weight: 4,
    likelihood: 3,
    impact: 3,
    critical: false,
    checks: [],
    observation: "caps",
    otherEvidence: "SARIF reports of Semgrep, CodeQL, SonarQube or the like for the repositories",
    references: ["NSA upgrade", "O22:K02", "T1195.002"],
    question: {
      asks: "Would a pull request that builds SQL from user input be stopped before it merges?",
      why: "Reviewers look for what the change does, seldom for what it allows. The same five mistakes open most applications, and a machine finds them in seconds without getting tired.",
      findOut:
        "Open such a pull request on a branch of one service. If nothing but a person objects, you have the answer. Count repositories with the step against all that deploy.",
      levels: [
        "No tool",
        "A tool was tried; results were never sorted",
        "Runs in some repositories, or reports only",
        "Runs on every change in every deployed repository; new findings above the line block the merge",
        "As 3, rules are tuned by a named owner, false alarms are below one in five, and coverage is reported",
      ],
    },
  },
  {
    id: "manifests-checked-before-merge",
    title: "Manifests and infrastructure code are checked before they merge",
    weight: 3,
    likelihood: 3,
    impact: 3,
    critical: false,
    dimension: "ci-cd",
    checks: [],
    observation: "caps",
    otherEvidence: "A report of this scan command, or a SARIF report of another linter, from the pipeline",
    references: ["O22:K04", "O25:K04"],
    question: {
      asks: "Who finds out first that a manifest breaks your rules: the author, or the cluster?",
      why: "A mistake that admission refuses at release time costs an evening. The same one seen in the pull request costs a minute, and teaches the author the rule.",
      findOut:
        "Put `privileged: true` into a manifest on a branch and open a pull request. See what turns red, how soon, and whether the message says what to do.",
      levels: [
        "Nothing is checked before it reaches a cluster",
        "Syntax is checked, at times",
        "A linter runs and only warns, or covers some repositories",
        "The same rules as in admission run on each change of manifests, charts and Terraform, and block",
        "As 3, one source feeds pipeline and admission, and a test keeps the two in step",
      ],
    },
  },
]);
