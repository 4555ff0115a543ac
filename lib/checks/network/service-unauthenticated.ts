import type { LocatedObject } from "#lib/kubernetes/object.ts";
import { check, type Fault, notAssessable } from "../check.ts";
import { recordOf, recordsOf } from "../reading/entries.ts";

/**
 * Judges what a network scan of the cluster has written down (ServiceScanResult of Kubescape): no port of a Service answers
 * whoever asks. Objects alone do not tell whether a program asks who is there.
 */
export const serviceUnauthenticated = check({
  id: "service-unauthenticated",
  title: "Service answers anyone who asks",
  severity: "high",
  layer: "cluster",
  dimension: "security",
  concern: "authentication",
  references: ["O22:K06", "O25:K09"],
  why: "Any pod in the cluster, the broken one included, may read and change what this Service holds: no password, no certificate, no token is asked for. Inside is trusted, people say, until the first intruder is inside.",
  seeByHand: "kubectl get servicescanresults -A -o yaml | grep -B3 'authenticated: false'",
  fix: "Switch on the sign-in that the program has (most databases and queues ship without) and give each client its own account. What cannot ask gets a proxy or a mesh before it that does, or at least a network policy that lets only its known clients through. Clients have to send credentials from then on: roll those out first.",
  before: `apiVersion: kubescape.io/v1
kind: ServiceScanResult
metadata: { name: cache, namespace: shop }
spec:
  clusterIP: 10.96.7.20
  ports: [{ port: 6379, protocol: TCP, sessionLayer: tcp, applicationLayer: redis, authenticated: false }]
`,
  after: `apiVersion: kubescape.io/v1
kind: ServiceScanResult
metadata: { name: cache, namespace: shop }
spec:
  clusterIP: 10.96.7.20
  ports: [{ port: 6379, protocol: TCP, sessionLayer: tcp, applicationLayer: redis, authenticated: true }]
`,
  of: "cluster",
  look: (index) => {
    const scanned = index.ofKind("ServiceScanResult");
    if (scanned.length === 0)
      return notAssessable(
        "objects do not show whether a program asks who is there, and the snapshot holds no network scan (ServiceScanResult)",
      );
    return scanned.flatMap(faultsOf);
  },
});

function faultsOf(on: LocatedObject): Fault[] {
  return recordsOf(recordOf(on.object.spec).ports).flatMap(({ entry, at }) => {
    if (entry.authenticated !== false) return [];
    const protocol = [entry.applicationLayer, entry.presentationLayer].find((name) => typeof name === "string" && name);
    const port = typeof entry.port === "number" ? entry.port : "without a number";
    const message = `Service "${on.object.metadata.name}" answers on port ${port}${protocol ? ` (${protocol})` : ""} without asking who is there`;
    return [{ on, field: `spec.ports[${at}].authenticated`, message }];
  });
}
