import { check } from "../check.ts";
import { judgeEachKubelet } from "../reading/kubelet-settings.ts";
import { kubernetesMinor } from "../reading/kubernetes-minor.ts";
import { hasWeakDefault, isOnlyTls13, weakSuites } from "../reading/tls-cipher-suites.ts";

/**
 * Restricted: tlsCipherSuites of the kubelet. Weak is what Go calls insecure: RC4, 3DES, CBC with SHA-256, key exchange by RSA. Unset, the
 * list of Go holds: releases before Kubernetes 1.32 offer some of these by it.
 * Allowed: a list without them, TLS 1.3 alone (tlsMinVersion: VersionTLS13), or no list from 1.32 on.
 */
export const kubeletTlsCiphers = check({
  id: "kubelet-tls-ciphers",
  title: "Kubelet offers weak cipher suites",
  severity: "low",
  layer: "cluster",
  dimension: "security",
  concern: "authentication",
  references: ["CIS 4.2.12"],
  why: "Logs, environments and whatever is typed into kubectl exec travel to the kubelet's port. A client that is talked into a weak suite gets a connection that can be broken, or opened later with a stolen key.",
  seeByHand:
    "kubectl get --raw /api/v1/nodes/NODE/proxy/configz | jq '.kubeletconfig | {tlsCipherSuites, tlsMinVersion}'",
  fix: "Set tlsCipherSuites to the ECDHE suites with AES-GCM and ChaCha20, or tlsMinVersion: VersionTLS13, which needs no list, and restart the kubelet. Old monitoring clients may fall out: try one node first.",
  before: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
metadata: { name: workers }
tlsCipherSuites: [TLS_RSA_WITH_AES_128_CBC_SHA, TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256]
`,
  after: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
metadata: { name: workers }
tlsCipherSuites: [TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384]
`,
  of: "cluster",
  look: (index) =>
    judgeEachKubelet(index, (read) => {
      const least = read({ path: "tlsMinVersion", flag: "tls-min-version", unset: "" });
      if ("value" in least && isOnlyTls13(least.value)) return null;
      const suites = read({ path: "tlsCipherSuites", flag: "tls-cipher-suites", unset: [] });
      if ("unknown" in suites) return suites;
      const { value, field } = suites;
      if (value === "" || (Array.isArray(value) && value.length === 0))
        return hasWeakDefault(kubernetesMinor(index.kubernetesVersion))
          ? { field, message: "the kubelet names no cipher suites, and the default of this release offers weak ones" }
          : null;
      const weak = weakSuites(value);
      if (weak.length === 0) return null;
      return { field, message: `the kubelet offers ${weak.length} weak cipher suites: ${weak.slice(0, 3).join(", ")}` };
    }),
});
