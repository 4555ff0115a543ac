import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { recordOf } from "./entries.ts";

export type CloudProvider = { name: string; prefix: string };

/** Clouds whose instances have a metadata service at 169.254.169.254, by the scheme of Node.spec.providerID. */
const CLOUDS: readonly CloudProvider[] = [
  { name: "AWS", prefix: "aws" },
  { name: "Google Cloud", prefix: "gce" },
  { name: "Azure", prefix: "azure" },
  { name: "OpenStack", prefix: "openstack" },
  { name: "Alibaba Cloud", prefix: "alicloud" },
  { name: "DigitalOcean", prefix: "digitalocean" },
  { name: "Hetzner Cloud", prefix: "hcloud" },
  { name: "Oracle Cloud", prefix: "ocid1" },
  { name: "Oracle Cloud", prefix: "oci" },
  { name: "IBM Cloud", prefix: "ibm" },
  { name: "Linode", prefix: "linode" },
  { name: "Scaleway", prefix: "scaleway" },
  { name: "Vultr", prefix: "vultr" },
  { name: "Exoscale", prefix: "exoscale" },
  { name: "Equinix Metal", prefix: "equinixmetal" },
];

/** The cloud that the nodes run in; null when there are nodes and none says so, undefined without nodes. */
export function cloudOf(index: ClusterIndex): CloudProvider | null | undefined {
  const nodes = index.ofKind("Node");
  if (nodes.length === 0) return undefined;
  for (const { object } of nodes) {
    const { providerID } = recordOf(object.spec);
    if (typeof providerID !== "string") continue;
    const cloud = CLOUDS.find(
      ({ prefix }) => providerID.startsWith(`${prefix}:`) || providerID.startsWith(`${prefix}.`),
    );
    if (cloud) return cloud;
  }
  return null;
}
