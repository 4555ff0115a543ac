import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { check, type Fault, notAssessable } from "../check.ts";
import { recordsOf, stringsOf } from "../reading/entries.ts";
import { isAddress, isPublicAddress } from "../reading/ip-address.ts";
import { namespaceOf } from "../reading/namespaced.ts";

/**
 * Judges the addresses behind the Service default/kubernetes, where the API servers announce themselves. A public one is
 * a fault. A private one proves nothing: the public endpoint of a managed cluster is a setting of the cloud.
 */
export const cloudControlPlaneEndpointPublic = check({
  id: "cloud-control-plane-endpoint-public",
  title: "API server listens on a public address",
  severity: "high",
  layer: "cloud",
  dimension: "security",
  concern: "api-server-network-access",
  references: ["CIS EKS 5.4", "CIS AKS 5.4", "CIS GKE 5.6", "O25:K06"],
  why: "The API server is the steering wheel of everything that runs. On a public address it is found by scanners within hours, and from then on one stolen token or one flaw in its sign-in is enough; nobody needs to be inside the network any more.",
  seeByHand:
    "kubectl -n default get endpointslices -l kubernetes.io/service-name=kubernetes -o yaml; kubectl cluster-info",
  fix: "Give the control plane a private endpoint, reach it over a VPN, a bastion or the provider's connector, and close the public one or limit it to the addresses of those who administer it. Pipelines that run outside need a runner inside first.",
  before: `apiVersion: v1
kind: Endpoints
metadata: { name: kubernetes, namespace: default }
subsets:
  - addresses: [{ ip: 203.0.113.20 }]
    ports: [{ name: https, port: 443 }]
`,
  after: `apiVersion: v1
kind: Endpoints
metadata: { name: kubernetes, namespace: default }
subsets:
  - addresses: [{ ip: 10.0.0.4 }]
    ports: [{ name: https, port: 6443 }]
`,
  of: "cluster",
  look: (index) => {
    const addresses = announcedAddresses(index);
    const open = addresses.filter(({ address }) => isPublicAddress(address));
    if (open.length > 0)
      return open.map(({ on, field, address }) => ({
        on,
        field,
        message: `an API server announces the public address ${address}`,
      }));
    if (addresses.length === 0)
      return notAssessable("the endpoints of the Service default/kubernetes are not in the snapshot");
    return notAssessable(
      `the API servers announce private addresses (${addresses[0]?.address}), but whether a public endpoint leads to them is a setting of the cloud or of the network in front`,
    );
  },
});

type Announced = Omit<Fault, "message"> & { address: string };

function announcedAddresses(index: ClusterIndex): Announced[] {
  const own = index
    .ofKind("Endpoints")
    .concat(index.ofKind("EndpointSlice"))
    .filter(({ object }) => {
      const { name, labels } = object.metadata;
      const isKubernetes = name === "kubernetes" || labels?.["kubernetes.io/service-name"] === "kubernetes";
      return isKubernetes && namespaceOf(object) === "default";
    });
  return own.flatMap((on) => [
    ...recordsOf(on.object.subsets).flatMap(({ entry: subset, at }) =>
      recordsOf(subset.addresses).map(({ entry, at: place }) => ({
        on,
        field: `subsets[${at}].addresses[${place}].ip`,
        address: String(entry.ip),
      })),
    ),
    ...recordsOf(on.object.endpoints).flatMap(({ entry: endpoint, at }) =>
      stringsOf(endpoint.addresses)
        .filter(isAddress)
        .map((address, place) => ({ on, field: `endpoints[${at}].addresses[${place}]`, address })),
    ),
  ]);
}
