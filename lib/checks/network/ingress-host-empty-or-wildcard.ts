import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { type KubernetesObject, nameOfRef, refOf } from "#lib/kubernetes/object.ts";
import { check, type Fault } from "../check.ts";
import { recordOf, recordsOf } from "../reading/entries.ts";
import { namespaceOf } from "../reading/namespaced.ts";
import { oncePerIndex } from "../reading/once-per-index.ts";

/**
 * Judges that an Ingress answers for hosts that it names, and alone: no rule without a host, none for "*.", no default
 * backend, no host and path that another Ingress of the same class has too. A canary shares its host on purpose.
 */
export const ingressHostEmptyOrWildcard = check({
  id: "ingress-host-empty-or-wildcard",
  title: "Ingress answers for hosts that it does not name",
  severity: "medium",
  layer: "cluster",
  dimension: "security",
  concern: "ingress-tls",
  references: ["O25:K06"],
  why: "Such a rule takes in every name that is pointed at your address, also one that an attacker registers, and answers for hosts that were meant for others. When two Ingresses claim the same host and path, the controller's sort order decides whose pods get the traffic, and the passwords in it.",
  seeByHand:
    "kubectl get ingresses -A -o custom-columns=NS:.metadata.namespace,NAME:.metadata.name,HOSTS:.spec.rules[*].host,DEFAULT:.spec.defaultBackend.service.name",
  fix: "Write one rule for each host. A wildcard that is really meant (a host for each tenant) belongs in a Gateway or an Ingress of the platform team, with a policy over who may use which names. Who still calls by address or by another name gets the controller's 404 from then on: look into its access log first.",
  before: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec:
  rules: [{ http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }] } }]
`,
  after: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec:
  rules: [{ host: shop.example, http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }] } }]
`,
  of: "object",
  kinds: ["Ingress"],
  look: ({ object }, index) => {
    const { rules, defaultBackend, backend } = recordOf(object.spec);
    const faults: Fault[] = recordsOf(rules).flatMap(({ entry: { host }, at }) => {
      const field = `spec.rules[${at}].host`;
      if (host === undefined || host === null || host === "" || host === "*")
        return [{ field, message: "a rule names no host, so it answers for every one" }];
      if (typeof host !== "string" || !host.startsWith("*")) return [];
      return [{ field, message: `a rule answers for every name under ${host.slice(1, 100)}` }];
    });
    for (const [field, value] of Object.entries({ defaultBackend, backend }))
      if (Object.keys(recordOf(value)).length > 0)
        faults.push({ field: `spec.${field}`, message: "a default backend answers for every host that no rule names" });
    return [...faults, ...sharedPlaces(object, index)];
  },
});

function sharedPlaces(ingress: KubernetesObject, index: ClusterIndex): Fault[] {
  if (isCanary(ingress)) return [];
  return placesOf(ingress).flatMap(({ key, field, host, path }) => {
    const other = holders(index, "")
      .get(key)
      ?.find((holder) => isAnother(holder, ingress));
    if (!other) return [];
    const place = `${host}${path}`.slice(0, 120);
    return [{ field, message: `${nameOfRef(refOf(other))} claims ${place} as well` }];
  });
}

/** Two manifests of one Ingress, for two clusters say, are the same one. */
function isAnother(one: KubernetesObject, other: KubernetesObject): boolean {
  return one.metadata.name !== other.metadata.name || namespaceOf(one) !== namespaceOf(other);
}

const holders = oncePerIndex((index: ClusterIndex, _: string): ReadonlyMap<string, readonly KubernetesObject[]> => {
  const pairs = index
    .ofKind("Ingress")
    .filter(({ object }) => !isCanary(object))
    .flatMap(({ object }) => placesOf(object).map(({ key }) => ({ key, object })));
  const grouped = Map.groupBy(pairs, ({ key }) => key);
  // Two different holders are enough to tell each that there is another.
  return new Map([...grouped].map(([key, group]) => [key, differentTwo(group.map(({ object }) => object))]));
});

function differentTwo(objects: readonly KubernetesObject[]): KubernetesObject[] {
  const [first] = objects;
  const second = first && objects.find((object) => isAnother(object, first));
  return [first, second].filter((object) => object !== undefined);
}

type Place = { key: string; field: string; host: string; path: string };

function placesOf(ingress: KubernetesObject): Place[] {
  const { rules, ingressClassName } = recordOf(ingress.spec);
  const annotated = recordOf(ingress.metadata.annotations)["kubernetes.io/ingress.class"];
  const ofClass = [ingressClassName, annotated].find((name) => typeof name === "string") ?? "";
  return recordsOf(rules).flatMap(({ entry: { host, http }, at }) => {
    // A name that a template has yet to fill in is claimed by nobody.
    if (typeof host !== "string" || !/^[a-z0-9*.-]+$/.test(host)) return [];
    return recordsOf(recordOf(http).paths).flatMap(({ entry, at: place }) => {
      const path = typeof entry.path === "string" ? entry.path : "/";
      const field = `spec.rules[${at}].http.paths[${place}].path`;
      return [{ key: JSON.stringify([ofClass, host, path]), field, host, path }];
    });
  });
}

function isCanary({ metadata }: KubernetesObject): boolean {
  const annotations = recordOf(metadata.annotations);
  return (
    annotations["nginx.ingress.kubernetes.io/canary"] === "true" ||
    annotations["nginx.org/mergeable-ingress-type"] !== undefined
  );
}
