import { check, EVERY_ROLE, type Fault } from "../check.ts";
import { entriesOf } from "../reading/entries.ts";
import { nameInWords } from "../reading/name-in-words.ts";

/**
 * Restricted fields: env[*].valueFrom.secretKeyRef and envFrom[*].secretRef of every container.
 * Allowed: unset; a secret that is mounted as a file.
 */
export const secretInEnvVar = check({
  id: "secret-in-env-var",
  title: "Secret is handed over as an environment variable",
  severity: "low",
  layer: "container",
  dimension: "security",
  concern: null,
  references: ["CIS 5.4.1", "O22:K08", "O25:K03"],
  why: "The environment of a process leaks: into crash reports, debug pages, logs of a start script, and to every child process. It also stays as it was at the start, so a rotated secret reaches the process only after a restart. A mounted file has an owner and a mode, and is renewed while the process runs.",
  seeByHand: `kubectl get pods -A -o json | jq -r '.items[] | .metadata.namespace + "/" + .metadata.name as $pod | .spec.containers[] | .name as $name | (.env[]? | select(.valueFrom.secretKeyRef) | .name), (.envFrom[]? | select(.secretRef) | .secretRef.name) | $pod + " " + $name + " " + .'`,
  fix: "Mount the Secret as a read-only volume and let the software read the file: many images take the path in a variable that ends in _FILE. Software that only knows variables needs a change or a small start script. Begin with the secrets whose loss hurts most.",
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
          env:
            - name: DATABASE_PASSWORD
              valueFrom: { secretKeyRef: { name: database, key: password } }
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
      volumes: [{ name: database, secret: { secretName: database, defaultMode: 0400 } }]
`,
  of: "container",
  roles: EVERY_ROLE,
  look: ({ container }) => {
    const single = entriesOf(container.env).flatMap(({ entry, at }): Fault[] => {
      const ref = entry.valueFrom?.secretKeyRef;
      if (!ref) return [];
      const message = `${nameInWords("container", container.name)} gets ${nameInWords("secret", ref.name)} as ${nameInWords("variable", entry.name)}`;
      return [{ field: `env[${at}].valueFrom.secretKeyRef`, message }];
    });
    const whole = entriesOf(container.envFrom).flatMap(({ entry, at }): Fault[] => {
      if (!entry.secretRef) return [];
      const message = `${nameInWords("container", container.name)} gets all of ${nameInWords("secret", entry.secretRef.name)} as variables`;
      return [{ field: `envFrom[${at}].secretRef`, message }];
    });
    return [...single, ...whole];
  },
});
