/** What kubectl prints of a small, tidy cluster; one flaw may be put in. */
export function smallCluster({ readOnlyRoot }: { readOnlyRoot: boolean }): Buffer {
  const items = [namespace, deploymentOf(readOnlyRoot), service, networkPolicy, quota];
  return Buffer.from(JSON.stringify({ apiVersion: "v1", kind: "List", items }, null, 2));
}

const labels = { app: "gate" };
const at = (name: string) => ({ name, namespace: "depot" });

const namespace = {
  apiVersion: "v1",
  kind: "Namespace",
  metadata: { name: "depot", labels: { "pod-security.kubernetes.io/enforce": "restricted" } },
};
const service = {
  apiVersion: "v1",
  kind: "Service",
  metadata: at("gate"),
  spec: { selector: labels, ports: [{ port: 8080 }] },
};
const networkPolicy = {
  apiVersion: "networking.k8s.io/v1",
  kind: "NetworkPolicy",
  metadata: at("default-deny"),
  spec: { podSelector: {}, policyTypes: ["Ingress", "Egress"] },
};
const quota = {
  apiVersion: "v1",
  kind: "ResourceQuota",
  metadata: at("depot"),
  spec: { hard: { "limits.memory": "4Gi" } },
};

function deploymentOf(readOnlyRootFilesystem: boolean) {
  const container = {
    name: "gate",
    image: `registry.example.com/depot/gate@sha256:${"7d".repeat(32)}`,
    ports: [{ containerPort: 8080 }],
    resources: { requests: { cpu: "100m", memory: "64Mi" }, limits: { memory: "128Mi" } },
    readinessProbe: { httpGet: { path: "/ready", port: 8080 } },
    livenessProbe: { httpGet: { path: "/live", port: 8080 } },
    securityContext: {
      allowPrivilegeEscalation: false,
      capabilities: { drop: ["ALL"] },
      readOnlyRootFilesystem,
      runAsNonRoot: true,
      seccompProfile: { type: "RuntimeDefault" },
    },
  };
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: at("gate"),
    spec: {
      replicas: 2,
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { automountServiceAccountToken: false, containers: [container] } },
    },
  };
}
