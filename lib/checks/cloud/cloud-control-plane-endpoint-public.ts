import { check, type Fault, notAssessable, PASS } from "../check.ts";
import { announcedAddresses, declaredEndpoints } from "../reading/control-plane-endpoint.ts";
import { isPublicAddress } from "../reading/ip-address.ts";

/**
 * Judges the addresses that the API servers announce (the Service default/kubernetes, the notes of kubeadm): a public one
 * is a fault, a private one proves nothing, for the public endpoint of a managed cluster is a setting of the cloud. Where
 * that setting is itself in the snapshot, as an object of Cluster API or Config Connector, it decides.
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
  before: `apiVersion: controlplane.cluster.x-k8s.io/v1beta2
kind: AWSManagedControlPlane
metadata: { name: shop, namespace: clusters }
spec:
  endpointAccess: { public: true, private: true }
`,
  after: `apiVersion: controlplane.cluster.x-k8s.io/v1beta2
kind: AWSManagedControlPlane
metadata: { name: shop, namespace: clusters }
spec:
  endpointAccess: { public: true, publicCIDRs: [198.51.100.0/28], private: true }
`,
  of: "cluster",
  look: (index) => {
    const announced = announcedAddresses(index);
    const declared = declaredEndpoints(index);
    const faults: Fault[] = [
      ...announced
        .filter(({ address }) => isPublicAddress(address))
        .map(({ on, field, address }) => ({
          on,
          field,
          message: `the API server announces the public address ${address}`,
        })),
      ...declared
        .filter(({ isOpen }) => isOpen)
        .map(({ on, field }) => ({
          on,
          field,
          message: "the endpoint of the API server is public and open to every address",
        })),
    ];
    if (faults.length > 0) return faults;
    if (declared.length > 0) return PASS;
    const [first] = announced;
    if (!first) return notAssessable("the endpoints of the Service default/kubernetes are not in the snapshot");
    return notAssessable(
      `the API server announces a private address (${first.address}); whether a public endpoint leads to it is a setting of the cloud or of the network in front`,
    );
  },
});
