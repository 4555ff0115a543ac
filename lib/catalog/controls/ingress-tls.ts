import { entriesOfConcern } from "./entry.ts";

export const INGRESS_TLS = entriesOfConcern("ingress-tls", [
  {
    id: "ingress-speaks-tls",
    title: "Everything that enters the cluster is encrypted",
    weight: 5,
    likelihood: 3,
    impact: 4,
    critical: false,
    checks: ["ingress-tls-missing"],
    observation: "decides",
    references: ["NSA network", "O22:K07", "O25:K05", "T1557"],
    question: {
      asks: "Is there any host name through which somebody can talk to your services without TLS?",
      why: "One forgotten plain-text host is enough to read session cookies on any network between. Expired certificates are the other half: they stop the business on a date everyone could have known.",
      findOut:
        "`kubectl get ingress,httproute -A -o yaml | grep -E 'host:|tls:'` and look for hosts without a partner. Then `curl -sI http://HOST` should answer with a redirect, nothing else.",
      levels: [
        "Plain HTTP is in use for customer traffic",
        "TLS on the main site; internal tools and test hosts go without",
        "TLS everywhere in production, with certificates renewed by hand",
        "All hosts have TLS 1.2 or better and redirect; certificates renew by themselves",
        "As 3, admission refuses an ingress without TLS, and expiry is alerted 21 days ahead",
      ],
    },
  },
  {
    id: "entrances-known",
    title: "Every way in from the internet is listed, owned and wanted",
    weight: 4,
    likelihood: 3,
    impact: 4,
    critical: false,
    checks: ["workload-exposed-to-internet"],
    observation: "caps",
    references: ["NSA network", "O25:K06", "T1190"],
    question: {
      asks: "How many ways lead from the internet into this cluster, and who owns each of them?",
      why: "Load balancers are one line of YAML. A dashboard that was opened for a demo stays open, without the login, the rate limit and the alarms that guard the front door.",
      findOut:
        "`kubectl get svc -A | grep LoadBalancer` plus all ingress hosts. For each: owner, purpose, login. Compare it with what the security team believes is public.",
      levels: [
        "Nobody has the list",
        "A list was made once, for an audit",
        "Public hosts are known; admin pages and tools are found among them",
        "Each entrance has an owner and a purpose in code; admin pages sit behind sign-in and an internal gateway",
        "As 3, a scan from outside is compared with the list each week, and a new entrance raises an alert",
      ],
    },
  },
]);
