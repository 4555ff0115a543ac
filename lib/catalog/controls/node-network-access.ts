import { entriesOfConcern } from "./entry.ts";

export const NODE_NETWORK_ACCESS = entriesOfConcern("node-network-access", [
  {
    id: "nodes-without-public-address",
    title: "No node has an address on the internet",
    weight: 5,
    likelihood: 4,
    impact: 4,
    critical: false,
    checks: ["cloud-nodes-public"],
    observation: "decides",
    references: ["CIS EKS 5.4.3", "NSA network", "O25:K06", "T1133"],
    question: {
      asks: "Does any node carry a public IP address?",
      why: "A node runs the pods of many teams. With a public address, its SSH daemon, its kubelet and every node port are one forgotten firewall rule away from the world.",
      findOut:
        "`kubectl get nodes -o wide` and look at EXTERNAL-IP: every line should say none. Then check that the subnets do not hand out public addresses to new nodes.",
      levels: [
        "All nodes have public addresses",
        "Some node pools have them, for old reasons nobody wrote down",
        "Production nodes are private; test clusters or a special pool are not",
        "All node pools are in private subnets and go out through NAT or a proxy",
        "As 3, the account refuses public addresses on nodes, and each scan looks again",
      ],
    },
  },
  {
    id: "node-ports-few-and-known",
    title: "Node ports are few, known and closed to the world",
    weight: 3,
    likelihood: 3,
    impact: 3,
    critical: false,
    checks: ["service-node-port"],
    observation: "caps",
    otherEvidence: "Security groups or firewall rules of the node pools in a Terraform plan",
    references: ["NSA network", "O22:K09", "O25:K06", "T1190"],
    question: {
      asks: "Which services listen on a port of every node, and who outside the cluster can reach them?",
      why: "A NodePort opens the same door on all machines and walks around your ingress, with its TLS, its logs and its rate limits. Firewalls often leave the whole range 30000-32767 open.",
      findOut:
        "`kubectl get svc -A | grep NodePort` lists the doors. For each, ask which client uses it. Then read the firewall rule for 30000-32767 on the nodes.",
      levels: [
        "The whole node-port range is open, and anyone may create such a service",
        "The range is open to internal networks; services appear without being noticed",
        "Known services use node ports, and the firewall lists the ports for production",
        "Node ports exist only behind a load balancer that needs them; firewall and namespaces refuse others",
        "As 3, admission refuses a new NodePort without an exception that ends, and scans count them",
      ],
    },
  },
  {
    id: "kubelet-closed",
    title: "The kubelet answers the control plane and nobody else",
    weight: 4,
    likelihood: 2,
    impact: 5,
    critical: false,
    checks: ["kubelet-read-only-port", "kubelet-anonymous-auth", "kubelet-authorization-mode", "kubelet-client-ca"],
    observation: "caps",
    otherEvidence: "Section 4.2 of a kube-bench report shows the kubelet's authentication, authorization and ports",
    references: ["CIS 4.2.1", "CIS 4.2.4", "NSA network", "O25:K06", "T1609"],
    question: {
      asks: "What does a node's kubelet tell a caller that has no credentials?",
      why: "The kubelet starts processes in every container of its node. Left open, it hands over logs, environment variables and a shell without asking the API server or leaving a trace in its audit log.",
      findOut:
        "From a pod: `curl -sk https://NODE-IP:10250/pods` and `curl -s http://NODE-IP:10255/pods`. A 401 and a refused connection are what you want.",
      levels: [
        "The kubelet serves anonymous callers",
        "Defaults of the installer; nobody has looked at them",
        "Anonymous access is off, yet pods and neighbours can still reach the port, or port 10255 is open",
        "Webhook authorization on, read-only port off, and the network lets only the control plane in",
        "As 3, the node image sets it, and kube-bench runs on every new image and each week",
      ],
    },
  },
]);
