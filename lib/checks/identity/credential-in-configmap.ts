import { check, type Fault } from "../check.ts";
import { recordOf } from "../reading/entries.ts";
import { credentialHeldBy, credentialWithin } from "../reading/held-credential.ts";

/**
 * Restricted field: data of a ConfigMap. Allowed: values that neither are nor hold a credential, by their look or by the
 * name that stands before them (a path, a variable, a switch or nothing does not count). Binary data is not read.
 */
export const credentialInConfigmap = check({
  id: "credential-in-configmap",
  title: "Credential lies in a ConfigMap",
  severity: "high",
  layer: "cluster",
  dimension: "security",
  concern: "application-secrets",
  references: ["O22:K08", "O25:K03"],
  why: "ConfigMaps are for what everybody may see: the built-in role view shows them, dashboards and support bundles print them, and encryption at rest mostly leaves them out. A password in one is readable by every developer, every monitoring tool and whoever steals one of their sessions.",
  seeByHand: `kubectl get configmaps -A -o json | jq -r '.items[] | .metadata.namespace + "/" + .metadata.name as $name | (.data // {}) | to_entries[] | select(.key + .value | test("passw|secret|token|api_?key|PRIVATE KEY"; "i")) | $name + " " + .key'`,
  fix: "Change the credential first: it must count as known. Put the new one into a Secret that comes from a secret store and mount it beside the configuration; software that wants one file can read the value from a variable, or an init container puts the two together. Then let a secret scanner look at every commit.",
  before: `apiVersion: v1
kind: ConfigMap
metadata: { name: web-settings, namespace: shop }
data:
  DATABASE_HOST: db.shop.svc
  DATABASE_PASSWORD: correct-horse
`,
  after: `apiVersion: v1
kind: ConfigMap
metadata: { name: web-settings, namespace: shop }
data:
  DATABASE_HOST: db.shop.svc
  DATABASE_PASSWORD_FILE: /run/secrets/database/password
`,
  of: "object",
  kinds: ["ConfigMap"],
  look: ({ object }) =>
    Object.entries(recordOf(object.data)).flatMap(([key, value]): Fault[] => {
      const what = typeof value === "string" ? whatIsHeld(key, value) : null;
      return what === null ? [] : [{ field: `data["${key}"]`, message: `the key "${key}" holds ${what}` }];
    }),
});

function whatIsHeld(key: string, value: string): string | null {
  const held = credentialHeldBy(key, value);
  if (held !== null) return held;
  const name = credentialWithin(value);
  if (name === null) return null;
  return name === "" ? "a text with a credential in it" : `a text with a credential in it, under "${name}"`;
}
