import { check, PASS } from "../check.ts";
import { INGRESS_NGINX } from "../reading/ingress-controllers.ts";
import { runningByWorkload } from "../reading/running-program.ts";

/** When the Kubernetes project ended its work on ingress-nginx, as it had announced in November 2025. */
const RETIRED = "March 2026";

/**
 * Judges that no workload is the controller of github.com/kubernetes/ingress-nginx, of whatever version: there is none that
 * is still maintained. The controller of F5 (nginx/nginx-ingress) is another program.
 */
export const ingressNginxEol = check({
  id: "ingress-nginx-eol",
  title: "Ingress controller ingress-nginx is no longer maintained",
  severity: "high",
  layer: "cluster",
  dimension: "security",
  concern: "ingress-tls",
  references: ["O22:K10", "O25:K07"],
  why: `The project ended in ${RETIRED}: what is found from now on stays open. It stands on the internet, reads every TLS key of the cluster and has had flaws by which anybody who reached its webhook took the whole cluster over. The next one will have no fixed version.`,
  seeByHand:
    "kubectl get pods -A -l app.kubernetes.io/name=ingress-nginx -o custom-columns=NS:.metadata.namespace,IMAGE:.spec.containers[0].image",
  fix: "Choose a successor: a controller of the Gateway API, or another one that reads Ingress objects (Traefik, HAProxy, Kong, F5's). List the annotations in use first, for these are what has to be translated; run both side by side and move host by host through DNS. A vendor's extended support buys the time for it. Until then close the webhook to all but the API server.",
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: ingress-nginx-controller, namespace: ingress-nginx }
spec:
  selector: { matchLabels: { app: ingress-nginx } }
  template:
    metadata: { labels: { app: ingress-nginx } }
    spec: { containers: [{ name: controller, image: "registry.k8s.io/ingress-nginx/controller:v1.14.3" }] }
`,
  after: `apiVersion: apps/v1
kind: Deployment
metadata: { name: traefik, namespace: traefik }
spec:
  selector: { matchLabels: { app: traefik } }
  template:
    metadata: { labels: { app: traefik } }
    spec: { containers: [{ name: traefik, image: "docker.io/traefik:v3.5.3" }] }
`,
  of: "workload",
  look: (workload, index) => {
    const image = runningByWorkload(index, INGRESS_NGINX).get(workload)?.image;
    if (image === undefined) return PASS;
    const message = `it runs ingress-nginx (${image.slice(0, 120)}), which has had no fixes since ${RETIRED}`;
    return [{ field: `${workload.podField}.containers`, message }];
  },
});
