import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import { check, type Fault, NOT_APPLICABLE, type Verdict } from "../check.ts";
import { recordOf, recordsOf } from "../reading/entries.ts";

/** Keys of both controllers that read NGINX's own language: nginx.ingress.kubernetes.io/… and nginx.org/…. */
const OF_NGINX = /^nginx\.(ingress\.kubernetes\.io|org|com)\//;
const SNIPPET = /-snippets?$/;

/** Values that are written into NGINX's configuration as they are, and characters that none of them needs. */
const WRITTEN_AS_IS = /\/(auth-url|auth-signin|auth-tls-match-cn|mirror-target|mirror-host|rewrite-target|app-root)$/;
const BREAKS_OUT = /[\s;#{}"'`\\<>]/;
const NO_REGULAR_EXPRESSION = /\/(auth-url|auth-tls-match-cn|mirror-target|mirror-host)$/;

/** Directives and files that have no business in an annotation or a path (CVE-2021-25745 and 25746). */
const GIVES_AWAY: readonly (readonly [RegExp, string])[] = [
  [/\balias\s.*;|\balias\s*;/, "the directive alias"],
  [/\broot\s.*;|\broot\s*;/, "the directive root"],
  [/\/etc\/(passwd|shadow|group|nginx|ingress-controller)/, "a file of the controller"],
  [/\/var\/run\/secrets|serviceaccount/, "the controller's service account token"],
  [/_by_lua/, "a program in Lua"],
];

/**
 * Judges annotations and paths of an Ingress that reach NGINX's configuration: no snippets, no value that breaks out of its
 * directive or names what gives the controller away. And a ConfigMap of the controller that allows snippets.
 */
export const ingressNginxSnippetAnnotations = check({
  id: "ingress-nginx-snippet-annotations",
  title: "Ingress writes into NGINX's own configuration",
  severity: "high",
  layer: "cluster",
  dimension: "security",
  concern: "ingress-tls",
  references: ["O22:K10", "k8s CVE-2021-25742", "k8s CVE-2025-1974"],
  why: "The controller may read every TLS Secret of the cluster. Who writes a piece of its configuration can make it hand out its token or run code of theirs, and so the right to create an Ingress in one namespace becomes the right to read all Secrets of all of them.",
  seeByHand: `kubectl get ingresses -A -o json | jq -r '.items[] | select((.metadata.annotations // {}) | keys[] | test("snippet")) | .metadata.namespace + "/" + .metadata.name'`,
  fix: "Say what the snippet does by the annotations made for it, in the controller's ConfigMap, or by another controller's middleware. Then set allow-snippet-annotations: \"false\" in that ConfigMap, and let an admission policy refuse what is left. Headers and redirects are easy to translate, rewriting of bodies is not: look at each before you switch off.",
  before: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  namespace: shop
  annotations:
    nginx.ingress.kubernetes.io/configuration-snippet: |
      more_set_headers "X-Shop: yes";
spec:
  rules: [{ host: shop.example, http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }] } }]
`,
  after: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
  namespace: shop
  annotations:
    nginx.ingress.kubernetes.io/custom-headers: shop/headers
spec:
  rules: [{ host: shop.example, http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }] } }]
`,
  of: "object",
  kinds: ["Ingress", "ConfigMap"],
  look: ({ object }) =>
    object.kind === "ConfigMap" ? ofConfigMap(object) : [...inAnnotations(object), ...inPaths(object)],
});

function ofConfigMap({ data }: KubernetesObject): Verdict {
  const allows = recordOf(data)["allow-snippet-annotations"];
  if (allows === undefined) return NOT_APPLICABLE;
  if (allows !== "true" && allows !== true) return [];
  return [{ field: "data.allow-snippet-annotations", message: "the controller takes snippets from every Ingress" }];
}

function inAnnotations({ metadata }: KubernetesObject): Fault[] {
  return Object.entries(recordOf(metadata.annotations)).flatMap(([key, value]) => {
    if (!OF_NGINX.test(key) || typeof value !== "string") return [];
    const what = SNIPPET.test(key) ? "is a piece of NGINX's configuration" : whyDangerous(key, value);
    return what === null ? [] : [{ field: "metadata.annotations", message: `annotation ${key} ${what}` }];
  });
}

function whyDangerous(key: string, value: string): string | null {
  const given = GIVES_AWAY.find(([pattern]) => pattern.test(value))?.[1];
  if (given !== undefined) return `names ${given}`;
  const breaksOut = WRITTEN_AS_IS.test(key) && BREAKS_OUT.test(value.trim());
  const isOdd = NO_REGULAR_EXPRESSION.test(key) && value.includes("|");
  return breaksOut || isOdd ? "has characters that end its directive, so it can add others" : null;
}

function inPaths({ spec }: KubernetesObject): Fault[] {
  return recordsOf(recordOf(spec).rules).flatMap(({ entry: rule, at }) =>
    recordsOf(recordOf(rule.http).paths).flatMap(({ entry, at: place }) => {
      const { path } = entry;
      if (typeof path !== "string") return [];
      const given = GIVES_AWAY.find(([pattern]) => pattern.test(path))?.[1];
      const what =
        given !== undefined ? `names ${given}` : /[;{}\n]/.test(withoutBounds(path)) ? "ends its directive" : null;
      return what === null
        ? []
        : [{ field: `spec.rules[${at}].http.paths[${place}].path`, message: `the path ${what}` }];
    }),
  );
}

/** Paths may be regular expressions, in which {2,4} is a count. */
function withoutBounds(path: string): string {
  return path.replaceAll(/\{\d*,?\d*\}/g, "");
}
