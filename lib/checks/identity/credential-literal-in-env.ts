import { check, EVERY_ROLE, type Fault } from "../check.ts";
import { entriesOf } from "../reading/entries.ts";
import { credentialHeldBy } from "../reading/held-credential.ts";
import { nameInWords } from "../reading/name-in-words.ts";

/**
 * Restricted field: env[*].value of every container. Allowed: values that neither are a credential by their look nor
 * stand under a name of one (a path, a reference to another variable or to a vault, a switch do not count).
 */
export const credentialLiteralInEnv = check({
  id: "credential-literal-in-env",
  title: "Credential is written into the manifest",
  severity: "high",
  layer: "container",
  dimension: "security",
  concern: null,
  references: ["O22:K08", "O25:K03", "NSA network"],
  why: "A password in the manifest is in Git with its whole history, in the build's log, in the chart's release record, and readable by everyone who may see pods. It is the same in every environment, and changing it means a deployment, so nobody changes it.",
  seeByHand: `kubectl get pods -A -o json | jq -r '.items[] | .metadata.namespace + "/" + .metadata.name as $pod | .spec.containers[].env[]? | select(.value and (.name | test("PASS|SECRET|TOKEN|KEY"; "i"))) | $pod + " " + .name'`,
  fix: "Change the credential first: it must count as known. Put the new one into a Secret that comes from a secret store, mount it as a file, and remove the old line. Then let a secret scanner refuse the next one before it reaches the repository. Deleting the line without changing the credential helps nobody.",
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: registry.example/shop/web:1.4.2
          env: [{ name: DATABASE_PASSWORD, value: correct-horse }]
`,
  after: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: registry.example/shop/web:1.4.2
          env: [{ name: DATABASE_PASSWORD_FILE, value: /run/secrets/database/password }]
          volumeMounts: [{ name: database, mountPath: /run/secrets/database, readOnly: true }]
      volumes: [{ name: database, secret: { secretName: database } }]
`,
  of: "container",
  roles: EVERY_ROLE,
  look: ({ container }) =>
    entriesOf(container.env).flatMap(({ entry, at }): Fault[] => {
      const { name, value } = entry;
      if (typeof value !== "string" || typeof name !== "string") return [];
      const what = credentialHeldBy(name, value);
      if (what === null) return [];
      return [
        {
          field: `env[${at}].value`,
          message: `${nameInWords("container", container.name)} holds ${what} in the variable ${name}`,
        },
      ];
    }),
});
