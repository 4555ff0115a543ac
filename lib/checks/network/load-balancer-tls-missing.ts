import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { check, type Fault, NOT_APPLICABLE } from "../check.ts";
import { recordOf, recordsOf } from "../reading/entries.ts";
import { isInternal } from "../reading/internet-exposure.ts";

/** Annotations by which the load balancer of a cloud gets the certificate that it ends TLS with. */
const CERTIFICATES =
  /^(service\.beta\.kubernetes\.io\/(aws-load-balancer-ssl-cert|oci-load-balancer-tls-secret|do-loadbalancer-(certificate-id|certificate-name|tls-passthrough)|scw-loadbalancer-certificate-ids|alibaba-cloud-loadbalancer-cert-id|alicloud-loadbalancer-cert-id|linode-loadbalancer-port-\d+|exoscale-loadbalancer-[\w-]*certificate[\w-]*)|load-balancer\.hetzner\.cloud\/(http-certificates|http-managed-certificate-name)|loadbalancer\.openstack\.org\/default-tls-container-ref|service\.kubernetes\.io\/ibm-load-balancer-cloud-provider-[\w-]*cert[\w-]*)$/;
const AWS_TLS_PORTS = "service.beta.kubernetes.io/aws-load-balancer-ssl-ports";

/** Ports of protocols that bring encryption of their own, so that the balancer has to hand on what it gets. */
const ENCRYPTED_PORTS: ReadonlySet<number> = new Set([
  22, 443, 465, 563, 636, 853, 989, 990, 992, 993, 994, 995, 2376, 2379, 5061, 5671, 6443, 6514, 8443, 8883, 9443,
]);
const ENCRYPTED_NAME = /(^|-)(https|tls|ssl|wss|grpcs|ldaps|mqtts|amqps|ssh)(-|$)/;
/** Where a browser begins before it is sent on to the encrypted port beside it. */
const REDIRECTING_PORTS: ReadonlySet<number> = new Set([80, 8080]);

/**
 * Judges each port of a Service of type LoadBalancer that the outside reaches: the balancer has a certificate, or the
 * protocol on that port is encrypted by itself, or it is port 80 beside such a one. UDP and what stays inside the cloud's
 * network are left out.
 */
export const loadBalancerTlsMissing = check({
  id: "load-balancer-tls-missing",
  title: "Load balancer takes traffic without TLS",
  severity: "medium",
  layer: "cloud",
  dimension: "security",
  concern: null,
  references: ["CIS EKS 5.4", "CIS AKS 5.4"],
  why: "What goes over this port crosses the internet in the clear: passwords, sessions and data of customers, for every network in between to read and to change. Nobody who uses it can tell your service from somebody who answers in its place.",
  seeByHand: `kubectl get services -A -o json | jq -r '.items[] | select(.spec.type == "LoadBalancer") | .metadata.namespace + "/" + .metadata.name + " " + ([.spec.ports[].port | tostring] | join(","))'`,
  fix: "Give the balancer a certificate by its annotation (aws-load-balancer-ssl-cert and its kin), or lead the traffic through an ingress controller or gateway that ends TLS and renews certificates by itself. For protocols that are not HTTP, switch on TLS in the program and pass it through. Clients have to change their address to the encrypted one: leave both open for a while.",
  before: `apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { type: LoadBalancer, selector: { app: web }, ports: [{ port: 80, targetPort: 8080 }] }
`,
  after: `apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
  annotations:
    service.beta.kubernetes.io/aws-load-balancer-ssl-cert: arn:aws:acm:eu-central-1:111122223333:certificate/shop
spec: { type: LoadBalancer, selector: { app: web }, ports: [{ port: 443, targetPort: 8080 }] }
`,
  of: "object",
  kinds: ["Service"],
  look: ({ object }) => {
    const { type, ports } = recordOf(object.spec);
    if (object.apiVersion !== "v1" || type !== "LoadBalancer" || isInternal(object)) return NOT_APPLICABLE;
    const tcp = recordsOf(ports).filter(({ entry }) => (entry.protocol ?? "TCP") === "TCP");
    if (tcp.length === 0) return NOT_APPLICABLE;
    const encrypted = tcp.filter(({ entry }) => isEncrypted(entry) || hasCertificateFor(object, entry));
    return tcp.flatMap((one): Fault[] => {
      const { port } = one.entry;
      if (typeof port !== "number" || encrypted.includes(one)) return [];
      if (encrypted.length > 0 && REDIRECTING_PORTS.has(port)) return [];
      return [{ field: `spec.ports[${one.at}].port`, message: `the load balancer takes port ${port} without TLS` }];
    });
  },
});

function isEncrypted({ port, name, appProtocol }: Record<string, unknown>): boolean {
  if (typeof port === "number" && ENCRYPTED_PORTS.has(port)) return true;
  return [name, appProtocol].some((text) => typeof text === "string" && ENCRYPTED_NAME.test(text.toLowerCase()));
}

function hasCertificateFor({ metadata }: KubernetesObject, { port, name }: Record<string, unknown>): boolean {
  const annotations = recordOf(metadata.annotations);
  const hasCertificate = Object.entries(annotations).some(([key, value]) => CERTIFICATES.test(key) && Boolean(value));
  const limited = annotations[AWS_TLS_PORTS];
  if (!hasCertificate || typeof limited !== "string" || limited.trim() === "" || limited.trim() === "*")
    return hasCertificate;
  return limited
    .split(",")
    .some((one) => one.trim() === name || (typeof port === "number" && one.trim() === String(port)));
}
