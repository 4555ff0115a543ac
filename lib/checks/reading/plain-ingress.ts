import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import type { Fault } from "../check.ts";
import { recordOf, recordsOf, stringsOf } from "./entries.ts";

/** Annotations by which a controller takes its certificate from elsewhere than spec.tls. */
const CERTIFICATE_ELSEWHERE = [
  "alb.ingress.kubernetes.io/certificate-arn",
  "networking.gke.io/managed-certificates",
  "networking.gke.io/certmap",
  "ingress.gcp.kubernetes.io/pre-shared-cert",
  "appgw.ingress.kubernetes.io/appgw-ssl-certificate",
];

/** Where an Ingress serves plain HTTP: everywhere without spec.tls, else for the hosts that no tls entry names. */
export function ingressFaults(ingress: KubernetesObject): Fault[] {
  if (hasCertificateElsewhere(recordOf(ingress.metadata.annotations))) return [];
  const { tls, rules } = recordOf(ingress.spec);
  const entries = recordsOf(tls);
  if (entries.length === 0) return [{ field: "spec.tls", message: "the Ingress has no tls, so it serves plain HTTP" }];
  // An entry without hosts is for whatever its certificate names.
  if (entries.some(({ entry }) => stringsOf(entry.hosts).length === 0)) return [];
  const covered = entries.flatMap(({ entry }) => stringsOf(entry.hosts));
  return recordsOf(rules).flatMap(({ entry, at }) => {
    const { host } = entry;
    if (typeof host !== "string" || host === "" || covered.some((name) => covers(name, host))) return [];
    return [
      {
        field: `spec.rules[${at}].host`,
        message: `no tls entry names the host ${host}, so it is served as plain HTTP`,
      },
    ];
  });
}

function hasCertificateElsewhere(annotations: Record<string, unknown>): boolean {
  if (CERTIFICATE_ELSEWHERE.some((name) => Boolean(annotations[name]))) return true;
  if (annotations["traefik.ingress.kubernetes.io/router.tls"] === "true") return true;
  // The AWS controller finds the certificate by the host when it is asked for HTTPS.
  return /HTTPS/.test(String(annotations["alb.ingress.kubernetes.io/listen-ports"] ?? ""));
}

/** "*.shop.example" covers one label more, as in a certificate. */
function covers(name: string, host: string): boolean {
  if (name === host) return true;
  return name.startsWith("*.") && host.slice(host.indexOf(".")) === name.slice(1);
}
