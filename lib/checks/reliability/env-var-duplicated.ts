import { check, EVERY_ROLE, NOT_APPLICABLE } from "../check.ts";
import { entriesOf } from "../reading/entries.ts";
import { nameInWords } from "../reading/name-in-words.ts";

/**
 * Restricted field: env of every container. Allowed: each name once. A variable that overrides one of envFrom is meant
 * to.
 */
export const envVarDuplicated = check({
  id: "env-var-duplicated",
  title: "Environment variable is set twice",
  severity: "medium",
  layer: "container",
  dimension: "applications",
  concern: null,
  references: [],
  why: "The last one wins, and whoever changes the first one sees no effect: a feature stays off, or the test database stays connected. Tools that merge lists by name may keep either of the two, so the result can change with the tool.",
  seeByHand:
    "kubectl -n shop get deploy web -o json | jq '.spec.template.spec.containers[] | .env // [] | group_by(.name)[] | select(length > 1)'",
  fix: "Delete the one that does not count, after you have looked which value the running process has (kubectl exec, env). It often comes from a chart that adds variables to a list that already has them.",
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
          env: [{ name: MODE, value: test }, { name: MODE, value: live }]
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
          env: [{ name: MODE, value: live }]
`,
  of: "container",
  roles: EVERY_ROLE,
  look: ({ container }) => {
    const variables = entriesOf(container.env);
    if (variables.length === 0) return NOT_APPLICABLE;
    const seen = new Set<unknown>();
    return variables.flatMap(({ entry, at }) => {
      if (typeof entry.name !== "string" || !seen.has(entry.name)) {
        seen.add(entry.name);
        return [];
      }
      const message = `${nameInWords("container", container.name)} sets ${entry.name} more than once; the last one counts`;
      return [{ field: `env[${at}].name`, message }];
    });
  },
});
