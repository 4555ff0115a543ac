import { entriesOfConcern } from "./entry.ts";

export const API_SERVER_NETWORK_ACCESS = entriesOfConcern("api-server-network-access", [
  {
    id: "api-endpoint-not-public",
    title: "The API server cannot be reached from the internet",
    weight: 5,
    likelihood: 3,
    impact: 5,
    critical: true,
    checks: ["cloud-control-plane-endpoint-public"],
    observation: "caps",
    otherEvidence:
      "The cluster resource in a Terraform plan, or a Prowler report of the account, shows the endpoint's settings",
    references: ["CIS EKS 5.4.2", "CIS GKE 5.6.4", "NSA network", "O22:K09", "O25:K06", "T1133"],
    question: {
      asks: "Could someone at home, without a VPN, open a connection to the API server?",
      why: "The API server is the front door of everything you run. On the internet it is found within minutes, and from then on a leaked token or the next flaw in its login is enough to walk in.",
      findOut:
        "On a phone with Wi-Fi off, open the address from `kubectl cluster-info`. Any reply, a 401 or 403 included, is a yes. Then read the endpoint settings in the provider's console.",
      levels: [
        "The endpoint is public and nobody decided that it should be",
        "It is public; we count on strong credentials alone",
        "Production is private, or limited to listed addresses; other clusters are still open",
        "Every cluster's endpoint is private and reached by VPN, bastion or peering; the setting is in code",
        "As 3, an account-wide policy refuses public endpoints and an outside probe tests it every day",
      ],
    },
  },
  {
    id: "api-endpoint-allow-list",
    title: "Only listed administrative networks reach the API server",
    weight: 3,
    likelihood: 3,
    impact: 4,
    critical: false,
    checks: [],
    observation: "caps",
    otherEvidence:
      "Authorized networks or security groups of the control plane in a Terraform plan or a Prowler report",
    references: ["CIS EKS 5.4.1", "NSA network", "O25:K06", "T1133"],
    question: {
      asks: "Which networks may open a connection to the control plane, and who keeps that list?",
      why: "A private endpoint still answers everyone inside. When the whole office network or every build runner can reach it, one infected laptop starts the attack from a trusted address.",
      findOut:
        "Ask for the rule in front of port 443 or 6443 and count the addresses that it lets in. Pick three entries and ask who is behind them and since when.",
      levels: [
        "There is no list; whoever has a route can connect",
        "A list exists, with wide ranges such as 10.0.0.0/8, and entries nobody can explain",
        "Narrow ranges for production, added by ticket and never removed",
        "Each entry names an owner and a purpose, lies in code and is reviewed before it changes",
        "As 3, entries end on a date unless renewed, and drift from the code raises an alert",
      ],
    },
  },
]);
