import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { check, type Fault, NOT_APPLICABLE, notAssessable, type Verdict } from "../check.ts";
import { recordOf, recordsOf } from "../reading/entries.ts";
import { namespaceOf, objectNamed } from "../reading/namespaced.ts";

const FLUX = /^source\.toolkit\.fluxcd\.io\//;

/**
 * Judges that what GitOps installs is proven to come from whom it should: spec.verify of Flux' GitRepository, OCIRepository
 * and OCI charts, signatureKeys of the project of an Argo CD Application from Git. Charts from a plain repository and
 * buckets cannot be verified; for them the way alone is judged, which must not be plain HTTP.
 */
export const gitopsSourceUnverified = check({
  id: "gitops-source-unverified",
  title: "GitOps installs what nobody has verified",
  severity: "medium",
  layer: "code",
  dimension: "ci-cd",
  concern: "dependency-security",
  references: ["O22:K02"],
  why: "The controller installs whatever the source holds, with its own wide rights, within minutes. Who gets into the Git server or the registry, or between it and the cluster, thereby is in the cluster; a signature is what tells your people's commit from theirs.",
  seeByHand:
    "kubectl get gitrepositories,ocirepositories -A -o custom-columns=KIND:.kind,NAME:.metadata.name,VERIFY:.spec.verify.provider; kubectl -n argocd get appprojects -o custom-columns=NAME:.metadata.name,KEYS:.spec.signatureKeys",
  fix: "Sign commits or tags (and artifacts with cosign in the pipeline), put the public keys beside the source and switch verification on: spec.verify in Flux, signatureKeys in the AppProject of Argo CD. Begin with the platform's own repositories. Unsigned commits stop being installed from then on, an emergency fix made on the web included: agree on who holds a key.",
  before: `apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata: { name: shop, namespace: flux-system }
spec: { interval: 5m, url: "https://git.example/shop/deploy.git", ref: { branch: main } }
`,
  after: `apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata: { name: shop, namespace: flux-system }
spec:
  interval: 5m
  url: https://git.example/shop/deploy.git
  ref: { branch: main }
  verify: { mode: HEAD, secretRef: { name: maintainers } }
`,
  of: "object",
  kinds: ["GitRepository", "OCIRepository", "HelmRepository", "HelmChart", "Bucket", "Application"],
  look: ({ object }, index) => {
    if (object.kind === "Application")
      return object.apiVersion.startsWith("argoproj.io/") ? ofArgo(object, index) : NOT_APPLICABLE;
    return FLUX.test(object.apiVersion) ? ofFlux(object, index) : NOT_APPLICABLE;
  },
});

function ofFlux(source: KubernetesObject, index: ClusterIndex): Verdict {
  const spec = recordOf(source.spec);
  const plain = [...plainHttp(spec.url, "spec.url"), ...plainHttp(spec.endpoint, "spec.endpoint")];
  if (spec.insecure === true)
    plain.push({
      field: "spec.insecure",
      message: "the source is read without TLS, so anyone on the way can change it",
    });
  const { kind } = source;
  const isVerifiable =
    kind === "GitRepository" || kind === "OCIRepository" || (kind === "HelmChart" && isOfOci(source, index));
  if (isVerifiable && Object.keys(recordOf(spec.verify)).length === 0)
    return [...plain, { field: "spec.verify", message: `no signature is asked for of what this ${kind} installs` }];
  return isVerifiable || kind !== "HelmChart" ? plain : NOT_APPLICABLE;
}

function plainHttp(address: unknown, field: string): Fault[] {
  if (typeof address !== "string" || !/^(http|git):\/\//i.test(address)) return [];
  return [{ field, message: "the source is read without TLS, so anyone on the way can change it" }];
}

function isOfOci(chart: KubernetesObject, index: ClusterIndex): boolean {
  const { kind, name } = recordOf(recordOf(chart.spec).sourceRef);
  if (kind !== "HelmRepository" || typeof name !== "string") return false;
  const repository = objectNamed(index, "HelmRepository", namespaceOf(chart), name)?.object;
  return recordOf(repository?.spec).type === "oci";
}

function ofArgo(application: KubernetesObject, index: ClusterIndex): Verdict {
  const { source, sources, project } = recordOf(application.spec);
  const all = [recordOf(source), ...recordsOf(sources).map(({ entry }) => entry)];
  const fromGit = all.filter(
    ({ repoURL, chart }) => typeof repoURL === "string" && chart === undefined && !/^oci:/.test(repoURL),
  );
  if (fromGit.length === 0 || typeof project !== "string") return NOT_APPLICABLE;
  const found = objectNamed(index, "AppProject", namespaceOf(application), project)?.object;
  if (!found) return notAssessable(`the project "${project}" is not in the snapshot: its keys are not known`);
  if (recordsOf(recordOf(found.spec).signatureKeys).length > 0) return [];
  return [{ field: "spec.project", message: `the project "${project}" asks for no signatures of what is installed` }];
}
