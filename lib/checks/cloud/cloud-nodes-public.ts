import { check, notAssessable, PASS } from "../check.ts";
import { recordOf, recordsOf } from "../reading/entries.ts";
import { isPublicAddress } from "../reading/ip-address.ts";

/** Restricted field: status.addresses of a Node. Allowed: no address that the internet routes. */
export const cloudNodesPublic = check({
  id: "cloud-nodes-public",
  title: "Node has a public address",
  severity: "high",
  layer: "cloud",
  dimension: "security",
  concern: "node-network-access",
  references: ["CIS EKS 5.4.3", "O25:K06"],
  why: "A node with a public address is one firewall rule away from the internet: its kubelet, its SSH daemon and every NodePort. Nodes come and go, so a rule that someone wrote for one of them does not protect the next.",
  seeByHand: `kubectl get nodes -o custom-columns='NODE:.metadata.name,EXTERNAL:.status.addresses[?(@.type=="ExternalIP")].address'`,
  fix: "Put the nodes into private subnets, let them out through a NAT gateway and in through load balancers only. Replace the node pools one by one: nodes cannot change their subnet. What used a node's address from outside (a NodePort in a DNS record, say) has to move to a load balancer first.",
  before: `apiVersion: v1
kind: Node
metadata: { name: worker-1 }
status:
  addresses:
    - { type: InternalIP, address: 10.0.3.14 }
    - { type: ExternalIP, address: 203.0.113.10 }
`,
  after: `apiVersion: v1
kind: Node
metadata: { name: worker-1 }
status:
  addresses:
    - { type: InternalIP, address: 10.0.3.14 }
`,
  of: "object",
  kinds: ["Node"],
  look: ({ object }) => {
    const addresses = recordsOf(recordOf(object.status).addresses);
    if (addresses.length === 0) return notAssessable("the node says no address (status.addresses)");
    const open = addresses.filter(({ entry }) => isPublicAddress(entry.address));
    if (open.length === 0) return PASS;
    return open.map(({ entry, at }) => ({
      field: `status.addresses[${at}].address`,
      message: `the node has the public address ${entry.address} (${entry.type})`,
    }));
  },
});
