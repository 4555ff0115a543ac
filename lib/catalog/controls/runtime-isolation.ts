import { entriesOfConcern } from "./entry.ts";

export const RUNTIME_ISOLATION = entriesOfConcern("runtime-isolation", [
  {
    id: "host-files-out-of-reach",
    title: "No container can touch the node's own files or its container runtime",
    weight: 5,
    likelihood: 3,
    impact: 5,
    critical: true,
    checks: ["host-path-sensitive", "container-runtime-socket-mount"],
    observation: "decides",
    escalatesTo: "cluster",
    references: ["PSS baseline", "NSA pod", "O22:K01", "O25:K01", "O25:K08", "T1611"],
    question: {
      asks: "Which pods mount a folder of the node, or the socket of its container runtime?",
      why: "With /etc or the runtime socket in hand, a container starts another one without any limits. Build agents and monitoring tools are the usual holders, and they run code from many hands.",
      findOut:
        "`kubectl get pods -A -o json | jq -r '.items[]|select(.spec.volumes[]?.hostPath)|.metadata.name+\" \"+([.spec.volumes[].hostPath.path]|tostring)'` and read the paths.",
      levels: [
        "Anyone may mount anything",
        "Build jobs or agents mount the runtime socket or the root folder",
        "Sensitive mounts only by platform agents; read-write where read-only would do",
        "Only listed agents, read-only, the narrowest folder; images are built without the socket",
        "As 3, admission allows those paths to those accounts alone, and scans show any other",
      ],
    },
  },
  {
    id: "seccomp-profile-on",
    title: "Containers run under a seccomp profile",
    weight: 3,
    likelihood: 3,
    impact: 3,
    critical: false,
    checks: ["seccomp-profile-missing"],
    observation: "decides",
    references: ["CIS 5.6.2", "PSS restricted", "NSA pod", "O22:K01", "O25:K01", "T1611"],
    question: {
      asks: "Is the list of system calls that a container may make limited by default?",
      why: "Containers share one kernel, and its rare system calls are where escapes are found. The runtime's own profile closes most of them for free, and Kubernetes leaves it off unless asked.",
      findOut:
        "In a pod: `grep Seccomp /proc/1/status`; 2 means filtered, 0 means not. Check kubelet's seccompDefault, which switches it on for a whole node.",
      levels: [
        "Off, or never heard of",
        "On where a vendor's chart sets it",
        "RuntimeDefault in new workloads, or seccompDefault on some node pools",
        "RuntimeDefault for every pod, by manifest or by the kubelet's default",
        "As 3, tailored profiles for the exposed services, and a scan that shows what is unconfined",
      ],
    },
  },
  {
    id: "sandbox-for-untrusted-code",
    title: "Code that you do not trust runs behind a stronger wall",
    weight: 3,
    likelihood: 2,
    impact: 4,
    critical: false,
    checks: ["runtime-class-sandbox-missing"],
    observation: "caps",
    escalatesTo: "cluster",
    references: ["CIS EKS 5.6.1", "NSA pod", "O25:K01", "T1611"],
    question: {
      asks: "Where do you run code that somebody else wrote and nobody here has read?",
      why: "Customer plug-ins, build jobs, notebooks and AI agents execute what strangers hand them. A normal container shares the kernel with payroll; a sandbox or a separate node does not.",
      findOut:
        "List such workloads with their teams. `kubectl get runtimeclass` shows what stronger runtimes exist; look for runtimeClassName or a tainted node pool on each of them.",
      levels: [
        "Nobody has asked the question",
        "Such workloads are known and run among the others",
        "They have their own nodes, with shared accounts or networks",
        "Each runs under gVisor, Kata or on nodes of its own, without token and with closed egress",
        "As 3, admission sets the runtime class by namespace, and an escape test is part of each upgrade",
      ],
    },
  },
  {
    id: "root-file-system-read-only",
    title: "A container cannot change its own program files",
    weight: 2,
    likelihood: 3,
    impact: 2,
    critical: false,
    checks: ["read-only-root-filesystem-missing"],
    observation: "decides",
    references: ["NSA pod", "O22:K01", "O25:K01"],
    question: {
      asks: "Could an intruder write a file into a running container and execute it?",
      why: "Containers are meant to be replaced, never edited. A writable root lets an attacker drop tools and lets well-meaning people patch by hand, and both vanish at the next restart with the evidence.",
      findOut:
        "`kubectl exec POD -- touch /probe`. Read-only file system is the right answer. Try a web service, a job and an agent.",
      levels: [
        "Root file systems are writable",
        "Read-only for one or two services",
        "Template default for new services, switched off at the first error",
        "Read-only for all own services; writable folders are named emptyDir volumes",
        "As 3, policy enforces it, and a write to a program folder raises a runtime alert",
      ],
    },
  },
]);
