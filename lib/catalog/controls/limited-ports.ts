import { entriesOfConcern } from "./entry.ts";

export const LIMITED_PORTS = entriesOfConcern("limited-ports", [
  {
    id: "only-needed-ports-open",
    title: "Containers listen on the ports of the service and its metrics only",
    weight: 3,
    likelihood: 3,
    impact: 2,
    critical: false,
    checks: ["privileged-container-port"],
    observation: "caps",
    otherEvidence: "A port scan of the running services, or a dynamic-probing report",
    references: ["NSA network", "O22:K01", "O25:K06", "T1046"],
    question: {
      asks: "Does every open port of your services belong to the service or to its metrics?",
      why: "Debuggers, admin consoles and profilers come with frameworks and listen unasked. They were never hardened for strangers, and in a flat network everyone is a neighbour.",
      findOut:
        "In three pods compare `ss -ltn` (or `cat /proc/net/tcp`) with the ports in the manifest. A listener that is in neither the service nor a monitor is a finding.",
      levels: [
        "Nobody compares what listens with what is declared",
        "Looked at when a penetration test found one",
        "Declared ports are right; debug and admin ports are open beside them",
        "Services listen on declared ports above 1024; admin ports bind to localhost",
        "As 3, a start-up test fails on an unexpected listener, and network policies name ports",
      ],
    },
  },
  {
    id: "no-remote-shell-in-images",
    title: "No image carries a remote-login service",
    weight: 3,
    likelihood: 2,
    impact: 4,
    critical: false,
    checks: ["ssh-server-in-container"],
    observation: "decides",
    references: ["O22:K01", "O25:K01", "T1021.004"],
    question: {
      asks: "Can anyone log in to a running container other than through the Kubernetes API?",
      why: "An SSH server in a container brings its own users, keys and flaws, past RBAC and past the audit log. It is also a sign that containers are being kept like servers.",
      findOut:
        "Look for port 22, sshd, VNC and web terminals in manifests and images: `kubectl get pods -A -o yaml | grep -E 'containerPort: 22$|sshd'`.",
      levels: [
        "Several images carry SSH for operations",
        "One or two legacy images do, with shared keys",
        "Only file-transfer workloads do, by design, with keys nobody rotates",
        "None does; debugging goes through ephemeral containers with a timed grant",
        "As 3, image scans flag remote-login packages, and a build with one fails",
      ],
    },
  },
]);
