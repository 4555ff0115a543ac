import type { KnownCve } from "./known-cves.ts";

/**
 * Flaws of github.com/kubernetes/ingress-nginx, by the feed of the Kubernetes security response committee and the
 * announcement of each. Known up to 2026-10-31; the project mends nothing since March 2026, so that flaws found from then on
 * have no fixed version and stand in no row.
 */
export const INGRESS_NGINX_CVES: readonly KnownCve[] = [
  {
    id: "CVE-2020-8553",
    component: "ingress-nginx",
    severity: "medium",
    affected: [["0.0.0", "0.28.0"]],
    gives: "the passwords of another Ingress",
    source: "https://github.com/kubernetes/kubernetes/issues/126818",
  },
  {
    id: "CVE-2021-25742",
    component: "ingress-nginx",
    severity: "high",
    affected: [
      ["0.0.0", "0.49.1"],
      ["1.0.0", "1.0.1"],
    ],
    gives: "every Secret of the cluster through a snippet",
    source: "https://github.com/kubernetes/kubernetes/issues/126811",
  },
  {
    id: "CVE-2021-25745",
    component: "ingress-nginx",
    severity: "high",
    affected: [["0.0.0", "1.2.0"]],
    gives: "the controller's token through a path",
    source: "https://github.com/advisories/GHSA-pvmg-xgmx-9mxh",
  },
  {
    id: "CVE-2021-25746",
    component: "ingress-nginx",
    severity: "high",
    affected: [["0.0.0", "1.2.0"]],
    gives: "the controller's token through an annotation",
    source: "https://github.com/kubernetes/kubernetes/issues/126813",
  },
  {
    id: "CVE-2021-25748",
    component: "ingress-nginx",
    severity: "high",
    affected: [["0.0.0", "1.2.1"]],
    gives: "the controller's token through a path with a line break",
    source: "https://github.com/kubernetes/kubernetes/issues/126814",
  },
  {
    id: "CVE-2023-5043",
    component: "ingress-nginx",
    severity: "high",
    affected: [["0.0.0", "1.9.0"]],
    gives: "commands in the controller through an annotation",
    source: "https://github.com/kubernetes/kubernetes/issues/126816",
  },
  {
    id: "CVE-2023-5044",
    component: "ingress-nginx",
    severity: "high",
    affected: [["0.0.0", "1.9.0"]],
    gives: "code in the controller through the annotation permanent-redirect",
    source: "https://github.com/kubernetes/kubernetes/issues/126817",
  },
  {
    id: "CVE-2024-7646",
    component: "ingress-nginx",
    severity: "high",
    affected: [
      ["0.0.0", "1.10.4"],
      ["1.11.0", "1.11.2"],
    ],
    gives: "commands in the controller through an annotation that passes validation",
    source: "https://github.com/kubernetes/kubernetes/issues/126744",
  },
  {
    id: "CVE-2025-1097",
    component: "ingress-nginx",
    severity: "high",
    affected: [
      ["0.0.0", "1.11.5"],
      ["1.12.0", "1.12.1"],
    ],
    gives: "code in the controller through auth-tls-match-cn",
    source: "https://github.com/kubernetes/kubernetes/issues/131007",
  },
  {
    id: "CVE-2025-1098",
    component: "ingress-nginx",
    severity: "high",
    affected: [
      ["0.0.0", "1.11.5"],
      ["1.12.0", "1.12.1"],
    ],
    gives: "code in the controller through the mirror annotations",
    source: "https://github.com/kubernetes/kubernetes/issues/131008",
  },
  {
    id: "CVE-2025-1974",
    component: "ingress-nginx",
    severity: "critical",
    affected: [
      ["0.0.0", "1.11.5"],
      ["1.12.0", "1.12.1"],
    ],
    gives: "code in the controller to any pod that reaches its webhook",
    source: "https://github.com/kubernetes/kubernetes/issues/131009",
  },
  {
    id: "CVE-2025-15566",
    component: "ingress-nginx",
    severity: "high",
    affected: [
      ["0.0.0", "1.12.5"],
      ["1.13.0", "1.13.1"],
    ],
    gives: "code in the controller through auth-proxy-set-headers",
    source: "https://github.com/kubernetes/kubernetes/issues/136789",
  },
  {
    id: "CVE-2025-24513",
    component: "ingress-nginx",
    severity: "medium",
    affected: [
      ["0.0.0", "1.11.5"],
      ["1.12.0", "1.12.1"],
    ],
    gives: "a controller that a path in a file name halts",
    source: "https://github.com/kubernetes/kubernetes/issues/131005",
  },
  {
    id: "CVE-2025-24514",
    component: "ingress-nginx",
    severity: "high",
    affected: [
      ["0.0.0", "1.11.5"],
      ["1.12.0", "1.12.1"],
    ],
    gives: "code in the controller through auth-url",
    source: "https://github.com/kubernetes/kubernetes/issues/131006",
  },
  {
    id: "CVE-2026-1580",
    component: "ingress-nginx",
    severity: "high",
    affected: [
      ["0.0.0", "1.13.7"],
      ["1.14.0", "1.14.3"],
    ],
    gives: "code in the controller through auth-method",
    source: "https://github.com/kubernetes/kubernetes/issues/136677",
  },
  {
    id: "CVE-2026-3288",
    component: "ingress-nginx",
    severity: "high",
    affected: [
      ["0.0.0", "1.13.8"],
      ["1.14.0", "1.14.4"],
    ],
    gives: "code in the controller through rewrite-target",
    source: "https://github.com/kubernetes/kubernetes/issues/137560",
  },
  {
    id: "CVE-2026-4342",
    component: "ingress-nginx",
    severity: "high",
    affected: [
      ["0.0.0", "1.13.9"],
      ["1.14.0", "1.14.5"],
      ["1.15.0", "1.15.1"],
    ],
    gives: "code in the controller through annotations with comments",
    source: "https://github.com/kubernetes/kubernetes/issues/137893",
  },
  {
    id: "CVE-2026-24512",
    component: "ingress-nginx",
    severity: "high",
    affected: [
      ["0.0.0", "1.13.7"],
      ["1.14.0", "1.14.3"],
    ],
    gives: "code in the controller through a path",
    source: "https://github.com/kubernetes/kubernetes/issues/136678",
  },
  {
    id: "CVE-2026-24514",
    component: "ingress-nginx",
    severity: "medium",
    affected: [
      ["0.0.0", "1.13.7"],
      ["1.14.0", "1.14.3"],
    ],
    gives: "a controller whose memory requests to its webhook exhaust",
    source: "https://github.com/kubernetes/kubernetes/issues/136680",
  },
];
