import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { check, type Fault, NOT_APPLICABLE } from "../check.ts";
import { recordOf, recordsOf } from "../reading/entries.ts";
import { KNOWN_KINDS } from "../reading/kubernetes-fields.ts";
import { isKindOfOtherVersion, isKnownKind, isTemplated, schemaFaults } from "../reading/manifest-schema.ts";

/** How many faults of one object are told; a manifest of another kind under a wrong name has dozens. */
const SHOWN = 20;

const LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const SUBDOMAIN = /^(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const LABEL_VALUE = /^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/;
const LABEL_KEY =
  /^((?=[^/]{1,253}\/)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;

const NAMED_BY_LABEL: ReadonlySet<string> = new Set(["Namespace", "Service"]);
/** Names of roles and bindings may hold nearly everything ("system:node"). */
const NAMED_FREELY: ReadonlySet<string> = new Set(["Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding"]);

/**
 * Judges manifests of the common kinds as the API server would: fields that the kind has, with what belongs in them, none
 * left out that must be there, names and labels in its letters. What a running cluster printed has been through that, and
 * names or values that a template has yet to fill in are left aside.
 */
export const manifestSchemaInvalid = check({
  id: "manifest-schema-invalid",
  title: "Manifest is not what the API server takes",
  severity: "medium",
  layer: "code",
  dimension: "ci-cd",
  concern: null,
  references: [],
  why: "Either the API server refuses it, in the middle of a rollout and after half of the others were applied, or it drops the unknown field without a word: then the limit, the probe or the policy that you see in Git does not exist in the cluster.",
  seeByHand: "kubectl apply --dry-run=server --validate=strict -f deploy/",
  fix: "Correct the field: mostly it is a typing error, stands one level too high or too low, or is a number or a yes where a text belongs (quote it). Run `kubectl apply --dry-run=server --validate=strict`, or kubeconform with the version of your cluster, on every pull request, so that the next one is found before it is merged.",
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: "registry.example/shop/web:1.4.2", readinesProbe: { httpGet: { port: 8080 } } }] }
`,
  after: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: web, image: "registry.example/shop/web:1.4.2", readinessProbe: { httpGet: { port: 8080 } } }] }
`,
  of: "object",
  kinds: [...new Set(Object.values(KNOWN_KINDS).flat())],
  look: ({ object }, index) => {
    if (index.live || object.metadata.uid !== undefined) return NOT_APPLICABLE;
    if (isKindOfOtherVersion(object))
      return [{ field: "apiVersion", message: `${object.apiVersion} has no kind ${object.kind}` }];
    if (!isKnownKind(object)) return NOT_APPLICABLE;
    const faults = [...namesOf(object), ...schemaFaults(object), ...labelsIn(object)];
    return faults.slice(0, SHOWN).map(({ field, message }) => ({ field, message: message.slice(0, 390) }));
  },
});

function namesOf({ kind, metadata, spec }: KubernetesObject): Fault[] {
  const { name } = metadata;
  const faults: Fault[] = [];
  const pattern = NAMED_BY_LABEL.has(kind) ? LABEL : SUBDOMAIN;
  const isMade = metadata.generateName !== undefined;
  if (!NAMED_FREELY.has(kind) && !isMade && !isTemplated(name) && !pattern.test(name))
    faults.push({ field: "metadata.name", message: `the name "${name.slice(0, 80)}" is not of a-z, 0-9 and - alone` });
  const podSpec = kind === "Pod" ? recordOf(spec) : recordOf(recordOf(templateOf(spec)).spec);
  const path =
    kind === "Pod" ? "spec" : kind === "CronJob" ? "spec.jobTemplate.spec.template.spec" : "spec.template.spec";
  for (const list of ["initContainers", "containers"])
    for (const { entry, at } of recordsOf(podSpec[list])) {
      if (typeof entry.name !== "string" || isTemplated(entry.name) || LABEL.test(entry.name)) continue;
      const message = `the container's name "${entry.name.slice(0, 80)}" is not of a-z, 0-9 and - alone`;
      faults.push({ field: `${path}.${list}[${at}].name`, message });
    }
  return faults;
}

function templateOf(spec: unknown): unknown {
  const { template, jobTemplate } = recordOf(spec);
  return jobTemplate === undefined ? template : recordOf(recordOf(jobTemplate).spec).template;
}

function labelsIn({ metadata, spec }: KubernetesObject): Fault[] {
  const inTemplate = recordOf(recordOf(recordOf(spec).template).metadata).labels;
  return [
    ...wrongLabels(metadata.labels, "metadata.labels"),
    ...wrongLabels(inTemplate, "spec.template.metadata.labels"),
  ];
}

function wrongLabels(labels: unknown, field: string): Fault[] {
  return Object.entries(recordOf(labels)).flatMap(([key, value]) => {
    if (isTemplated(key) || typeof value !== "string" || isTemplated(value)) return [];
    if (!LABEL_KEY.test(key)) return [{ field, message: `"${key.slice(0, 100)}" cannot be the key of a label` }];
    if (LABEL_VALUE.test(value)) return [];
    return [{ field, message: `label ${key} has a value of other letters than a label may have, or of more than 63` }];
  });
}
