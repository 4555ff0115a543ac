import { check, PASS } from "../check.ts";

/** Restricted field: hostNetwork of the pod. Allowed: unset, false. */
export const hostNetwork = check({
  id: "host-network",
  title: "Pod uses the network of the node",
  severity: "high",
  layer: "container",
  dimension: "security",
  concern: "runtime-isolation",
  references: ["CIS 5.2.5", "PSS baseline", "NSA pod", "O22:K01", "O25:K01"],
  escalatesTo: "cloud",
  why: "A pod on the node's network is out of reach of network policies. It speaks with the node's address, reaches services that listen on the node's loopback, can listen to the traffic of its neighbours, and asks the cloud's metadata service for the node's own credentials.",
  seeByHand: `kubectl get pods -A -o json | jq -r '.items[] | select(.spec.hostNetwork == true) | .metadata.namespace + "/" + .metadata.name'`,
  fix: "Remove hostNetwork and publish the port by a Service. For an ingress controller use a LoadBalancer or NodePort service; for a metrics agent scrape its pod address. Network plugins and kube-proxy need the node's network and stay, in kube-system. Moving off changes the address that others see: look for allow lists first.",
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      hostNetwork: true
      containers:
        - name: web
          image: registry.example/shop/web:1.4.2
`,
  after: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: registry.example/shop/web:1.4.2
          ports: [{ name: http, containerPort: 8080 }]
`,
  of: "workload",
  look: ({ pod, podField }) =>
    pod.hostNetwork === true
      ? [{ field: `${podField}.hostNetwork`, message: "the pod uses the network of its node" }]
      : PASS,
});
