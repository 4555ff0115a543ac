import { check, NOT_APPLICABLE } from "../check.ts";
import { recordOf } from "../reading/entries.ts";
import { gatewayFaults } from "../reading/plain-gateway.ts";
import { ingressFaults } from "../reading/plain-ingress.ts";
import { ingressRouteVerdict } from "../reading/plain-ingress-route.ts";

/**
 * Judges what lets traffic in: an Ingress has TLS for each of its hosts (in spec.tls, or by an annotation of a controller
 * that keeps certificates elsewhere), a Gateway's listeners speak HTTPS or only redirect to it, a Traefik IngressRoute and
 * an OpenShift Route have tls.
 */
export const ingressTlsMissing = check({
  id: "ingress-tls-missing",
  title: "Traffic enters without TLS",
  severity: "high",
  layer: "cluster",
  dimension: "security",
  concern: "ingress-tls",
  references: ["NSA network", "O25:K05"],
  why: "What enters in plain text can be read and changed by everyone on the way: passwords, session cookies, answers. A user cannot tell your page from a copy of it, and one forgotten host is enough to steal the cookie of all the others on the same domain.",
  seeByHand: `kubectl get ingress -A -o json | jq -r '.items[] | select(.spec.tls == null) | .metadata.namespace + "/" + .metadata.name'`,
  fix: "Add the hosts to spec.tls with a secret, let cert-manager issue and renew it, and redirect HTTP to HTTPS. Hosts that nobody outside uses need a certificate of your own authority, and the clients its root. Watch the first renewal.",
  before: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec:
  rules:
    - host: shop.example
      http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }] }
`,
  after: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec:
  tls: [{ hosts: [shop.example], secretName: shop-tls }]
  rules:
    - host: shop.example
      http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }] }
`,
  of: "object",
  kinds: ["Ingress", "Gateway", "IngressRoute", "Route"],
  look: ({ object }, index) => {
    switch (object.kind) {
      case "Ingress":
        return ingressFaults(object);
      case "Gateway":
        return gatewayFaults(object, index);
      case "IngressRoute":
        return ingressRouteVerdict(object, index);
      default: {
        // Knative has a Route too, which is no door.
        if (!object.apiVersion.startsWith("route.openshift.io/")) return NOT_APPLICABLE;
        const { host, tls } = recordOf(object.spec);
        if (recordOf(tls).termination !== undefined) return [];
        return [{ field: "spec.tls", message: `the Route serves ${host ?? "its host"} without TLS` }];
      }
    }
  },
});
