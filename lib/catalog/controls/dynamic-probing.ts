import { entriesOfConcern } from "./entry.ts";

export const DYNAMIC_PROBING = entriesOfConcern("dynamic-probing", [
  {
    id: "running-services-probed",
    title: "Running services are tried with the known attacks",
    weight: 3,
    likelihood: 3,
    impact: 3,
    critical: false,
    checks: [],
    observation: "caps",
    otherEvidence: "Reports of ZAP, Nuclei or Burp against staging or production",
    references: ["O25:K06", "T1190"],
    question: {
      asks: "When did something last try SQL injection, XSS and CSRF against your live services, on your behalf?",
      why: "Some flaws show only when the parts are running together: a missing header, a forgotten route, a proxy that trusts too much. Strangers try every day; the question is who reads the result.",
      findOut:
        "Ask for the newest dynamic scan of the main public host: its date, whether it was signed in, and what became of the findings.",
      levels: [
        "Never, as far as anyone remembers",
        "Once, before a launch",
        "An unauthenticated scan now and then, by hand",
        "Every public service is scanned signed-in on staging at each release; high findings stop it",
        "As 3, API descriptions drive the scan, routes missed are reported, and production is tried monthly",
      ],
    },
  },
  {
    id: "penetration-test-findings-closed",
    title: "People test the defences yearly, and findings are closed and retested",
    weight: 3,
    likelihood: 2,
    impact: 3,
    critical: false,
    checks: [],
    observation: "caps",
    otherEvidence: "The tester's report and the tracker's export of its findings",
    references: ["NSA upgrade", "O25:K06", "T1190", "T1611"],
    question: {
      asks: "Which findings of the last penetration test are still open, and did it start from inside a pod too?",
      why: "Tools find known holes; people chain small ones. A test that stops at the login page says nothing about the evening after one pod has fallen.",
      findOut:
        "Take the last report, its date and its scope. Pick three findings at random and look for the fix in the repository and the retest in the report.",
      levels: [
        "No test so far",
        "A test years ago, or by a customer",
        "Yearly from outside; findings close when there is time",
        "Yearly, inside the cluster included; each finding has an owner and a date, and is retested",
        "As 3, each finding becomes an automated check where it can, and exercises follow between tests",
      ],
    },
  },
]);
