import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { check, PASS } from "../check.ts";
import { entriesOf, recordOf } from "../reading/entries.ts";
import { absenceOf } from "../reading/presence.ts";
import { type Program, workloadsRunning } from "../reading/running-program.ts";

const STORES: readonly Program[] = [
  { name: "External Secrets Operator", image: /(^|\/)external-secrets$/ },
  {
    name: "Secrets Store CSI driver",
    image: /(^|\/)(csi-secrets-store(\/driver)?|secrets-store-csi-driver|secrets-store)$/,
  },
  {
    name: "Vault",
    image:
      /(^|\/)(vault|vault-k8s|vault-agent-injector|vault-secrets-operator|vault-csi-provider|openbao|bank-vaults|vault-secrets-webhook)$/,
  },
  { name: "1Password", image: /(^|\/)onepassword-operator$/ },
  { name: "Infisical", image: /(^|\/)(infisical|kubernetes-operator-infisical)$/ },
  { name: "Doppler", image: /(^|\/)doppler.*operator$/ },
  { name: "Akeyless", image: /(^|\/)akeyless.*(injector|webhook|gateway|base)/ },
  { name: "CyberArk Conjur", image: /(^|\/)(conjur|secrets-provider-for-k8s)$/ },
  {
    name: "Azure Key Vault to Kubernetes",
    image: /(^|\/)(akv2k8s|azure-keyvault-controller|azure-keyvault-secrets-webhook)/,
  },
];

/** Objects that only somebody with a store writes. */
const STORE_KINDS = [
  "SecretStore",
  "ClusterSecretStore",
  "ExternalSecret",
  "ClusterExternalSecret",
  "SecretProviderClass",
  "VaultStaticSecret",
  "VaultDynamicSecret",
  "OnePasswordItem",
  "InfisicalSecret",
  "DopplerSecret",
  "AzureKeyVaultSecret",
];
const STORE_DRIVER = /^secrets-store(-gke)?\.csi\.|\.secrets-store\.csi\./;
const INJECTED_BY = ["vault.hashicorp.com/agent-inject", "akeyless/enabled", "conjur.org/container-mode"];

/**
 * Passes when secrets come from a store outside the cluster's own: an operator that fetches them, the Secrets Store CSI
 * driver or a volume of it, an injector. Sealed or SOPS-encrypted Secrets in Git are kept safe there, but end as ordinary
 * ones and are not renewed by a store; they do not count.
 */
export const externalSecretStoreMissing = check({
  id: "external-secret-store-missing",
  title: "Secrets come from no secret store",
  severity: "low",
  layer: "cluster",
  dimension: "security",
  concern: "application-secrets",
  references: ["CIS 5.4.2", "O22:K08"],
  why: "Where no store stands behind them, secrets live as copies: in a pipeline's variables, in somebody's folder, in the cluster. Nobody can say who read one, which are still valid, or change all copies in the hour after one has leaked.",
  seeByHand:
    "kubectl get pods -A | grep -E 'external-secrets|secrets-store|vault'; kubectl get externalsecrets,secretproviderclasses -A",
  fix: "Take the store that your cloud or company runs already, and let the External Secrets Operator or the Secrets Store CSI driver bring the values in, with the workload's own identity. Begin with the databases of production. The store becomes something that deployments wait for: give it the availability of the cluster, and keep synced Secrets so that pods start while it is away.",
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }]
      volumes: [{ name: database, secret: { secretName: database } }]
`,
  after: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers: [{ name: web, image: "registry.example/shop/web:1.4.2" }]
      volumes:
        - name: database
          csi:
            driver: secrets-store.csi.k8s.io
            readOnly: true
            volumeAttributes: { secretProviderClass: shop-database }
`,
  of: "cluster",
  look: (index) => {
    if (isUsed(index) || workloadsRunning(index, STORES).length > 0) return PASS;
    return absenceOf(index, "a secret store", "nothing in the cluster fetches secrets from a store");
  },
});

function isUsed(index: ClusterIndex): boolean {
  if (STORE_KINDS.some((kind) => index.ofKind(kind).length > 0)) return true;
  if (index.ofKind("CSIDriver").some(({ object }) => STORE_DRIVER.test(object.metadata.name))) return true;
  return index.workloads.some(({ pod, podMetadata }) => {
    const annotations = recordOf(podMetadata.annotations);
    if (INJECTED_BY.some((key) => annotations[key] !== undefined && annotations[key] !== "false")) return true;
    return entriesOf(pod.volumes).some(({ entry }) => {
      const { driver } = recordOf(entry.csi);
      return typeof driver === "string" && STORE_DRIVER.test(driver);
    });
  });
}
