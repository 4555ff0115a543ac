import { check, PASS } from "../check.ts";
import { judgePrograms } from "../reading/control-plane-program.ts";
import { missingFlag } from "../reading/flag-verdict.ts";
import { kubernetesMinor } from "../reading/kubernetes-minor.ts";
import { hasWeakDefault, isOnlyTls13, weakSuites } from "../reading/tls-cipher-suites.ts";

const PROGRAM = "kube-apiserver";

/**
 * Restricted: the flag --tls-cipher-suites of kube-apiserver. Weak is what Go calls insecure: RC4, 3DES, CBC with SHA-256,
 * key exchange by RSA. Unset, the list of Go holds: releases before Kubernetes 1.32 offer some of these by it.
 * Allowed: a list without them, TLS 1.3 alone (--tls-min-version=VersionTLS13), or no list from 1.32 on.
 */
export const apiserverTlsCiphers = check({
  id: "apiserver-tls-ciphers",
  title: "API server offers weak cipher suites",
  severity: "low",
  layer: "cluster",
  dimension: "security",
  concern: "authentication",
  references: ["CIS 1.2.29"],
  why: "A client that offers nothing better, or a machine in the middle that talks one into it, gets a connection that can be broken: with key exchange by RSA a stolen key opens everything that was ever recorded. Tokens and Secrets travel in it.",
  seeByHand: 'kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep -E -- "tls-(cipher|min)"',
  fix: "Set --tls-min-version=VersionTLS12 and --tls-cipher-suites to the ECDHE suites with AES-GCM and ChaCha20, or go to VersionTLS13, which needs no list. Look at the age of your clients first: Java 7, old appliances and scanners fall out.",
  before: `apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - "--tls-cipher-suites=TLS_RSA_WITH_AES_128_CBC_SHA,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"
`,
  after: `apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - "--tls-cipher-suites=TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"
`,
  of: "cluster",
  look: (index) =>
    judgePrograms(index, PROGRAM, (seen) => {
      const given = seen.flag("tls-cipher-suites");
      if (isOnlyTls13(seen.flag("tls-min-version")?.value)) return PASS;
      if (!given || given.value === "")
        return hasWeakDefault(kubernetesMinor(index.kubernetesVersion))
          ? [missingFlag(seen, PROGRAM, "tls-cipher-suites", "and the default of this release offers weak ones")]
          : PASS;
      const weak = seen.flags("tls-cipher-suites").flatMap(({ value }) => weakSuites(value));
      const named = weak.slice(0, 3).join(", ");
      return weak.length === 0
        ? PASS
        : [
            {
              on: seen.on,
              field: given.field,
              message: `kube-apiserver offers ${weak.length} weak cipher suites: ${named}`,
            },
          ];
    }),
});
