import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { LocatedObject } from "#lib/kubernetes/object.ts";
import { recordOf, recordsOf, stringsOf } from "./entries.ts";
import { isAddress } from "./ip-address.ts";
import { namespaceOf } from "./namespaced.ts";

/** An address at which the API servers say that they are found. */
export type Announced = { on: LocatedObject; field: string; address: string };

/** Addresses behind the Service default/kubernetes, and those that kubeadm wrote down for nodes that join. */
export function announcedAddresses(index: ClusterIndex): Announced[] {
  const plain = index.ofKind("Endpoints").filter(isOfKubernetes);
  const slices = index.ofKind("EndpointSlice").filter(isOfKubernetes);
  return [
    ...plain.flatMap((on) =>
      recordsOf(on.object.subsets).flatMap(({ entry: subset, at }) =>
        recordsOf(subset.addresses).map(({ entry, at: place }) => ({
          on,
          field: `subsets[${at}].addresses[${place}].ip`,
          address: String(entry.ip),
        })),
      ),
    ),
    ...slices.flatMap((on) =>
      recordsOf(on.object.endpoints).flatMap(({ entry: endpoint, at }) =>
        stringsOf(endpoint.addresses)
          .filter(isAddress)
          .map((address, place) => ({ on, field: `endpoints[${at}].addresses[${place}]`, address })),
      ),
    ),
    ...index.ofKind("ConfigMap").flatMap(noted),
  ];
}

function isOfKubernetes({ object }: LocatedObject): boolean {
  const { name, labels } = object.metadata;
  const isKubernetes = name === "kubernetes" || recordOf(labels)["kubernetes.io/service-name"] === "kubernetes";
  return isKubernetes && namespaceOf(object) === "default";
}

const NOTES: Readonly<Record<string, { key: string; address: RegExp }>> = {
  "kube-public/cluster-info": { key: "kubeconfig", address: /^[ \t]*server:[ \t]*https:\/\/([\d.]+):/m },
  "kube-system/kubeadm-config": { key: "ClusterConfiguration", address: /^controlPlaneEndpoint:\s*"?([\d.]+):/m },
};

function noted(on: LocatedObject): Announced[] {
  const note = NOTES[`${on.object.metadata.namespace}/${on.object.metadata.name}`];
  const text = note && recordOf(on.object.data)[note.key];
  const address = typeof text === "string" ? note?.address.exec(text)?.[1] : undefined;
  return address ? [{ on, field: `data.${note?.key}`, address }] : [];
}

/** What an object that makes clusters says of the endpoint: who may reach it, and the field that says so. */
export type DeclaredEndpoint = { on: LocatedObject; field: string; isOpen: boolean };

/** Clusters that are declared as Kubernetes objects: by Cluster API on AWS and Azure, and by Google's Config Connector. */
export function declaredEndpoints(index: ClusterIndex): DeclaredEndpoint[] {
  const spec = ({ object }: LocatedObject) => recordOf(object.spec);
  return [
    ...index.ofKind("AWSManagedControlPlane").map((on) => {
      const { public: isPublic, publicCIDRs } = recordOf(spec(on).endpointAccess);
      return {
        on,
        field: "spec.endpointAccess.public",
        isOpen: isPublic !== false && isEveryone(stringsOf(publicCIDRs)),
      };
    }),
    ...index.ofKind("AzureManagedControlPlane").map((on) => {
      const { enablePrivateCluster, authorizedIPRanges } = recordOf(spec(on).apiServerAccessProfile);
      const isOpen = enablePrivateCluster !== true && isEveryone(stringsOf(authorizedIPRanges));
      return { on, field: "spec.apiServerAccessProfile", isOpen };
    }),
    ...index.ofKind("ContainerCluster").map((on) => {
      const { enablePrivateEndpoint } = recordOf(spec(on).privateClusterConfig);
      const blocks = recordsOf(recordOf(spec(on).masterAuthorizedNetworksConfig).cidrBlocks);
      const isOpen = enablePrivateEndpoint !== true && isEveryone(blocks.map(({ entry }) => String(entry.cidrBlock)));
      return { on, field: "spec.privateClusterConfig", isOpen };
    }),
  ];
}

function isEveryone(ranges: readonly string[]): boolean {
  return ranges.length === 0 || ranges.some((range) => range.trim().endsWith("/0"));
}
