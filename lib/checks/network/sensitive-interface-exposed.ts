import { check, NOT_APPLICABLE, PASS } from "../check.ts";
import { waysFromInternet } from "../reading/internet-exposure.ts";
import { podLabelsField } from "../reading/pod-template.ts";
import { runningByWorkload } from "../reading/running-program.ts";
import { SENSITIVE_INTERFACES } from "../reading/sensitive-interface.ts";

/** How many ways a message names. */
const SHOWN = 2;

/**
 * Judges workloads that are an interface to run the cluster or its data by (dashboards, delivery, notebooks, models,
 * consoles of databases): no way leads to them from the internet.
 */
export const sensitiveInterfaceExposed = check({
  id: "sensitive-interface-exposed",
  title: "Administrative interface can be reached from the internet",
  severity: "high",
  layer: "cluster",
  dimension: "security",
  concern: "network-policies",
  references: ["O22:K09", "O25:K06"],
  why: "Interfaces like this are looked for by name all over the internet, minutes after they appear. Many have no sign-in unless it is configured, or a known first password, and behind each is the power to start pods, read Secrets or fetch data. It is the shortest way into a cluster that there is.",
  seeByHand:
    "kubectl get ingresses,services -A | grep -Ei 'dashboard|argo|jenkins|kibana|prometheus|jupyter|LoadBalancer'",
  fix: "Close the way: type ClusterIP, no Ingress, and kubectl port-forward or a VPN for those who need it. Where people need it from their desks, put a proxy before it that asks your identity provider (oauth2-proxy, a zero-trust gateway) and let only named ranges in. Then read its access log for the time it stood open, and change what it knew.",
  before: `apiVersion: v1
kind: Service
metadata: { name: jenkins, namespace: ci }
spec: { type: LoadBalancer, selector: { app: jenkins }, ports: [{ port: 80, targetPort: 8080 }] }
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: jenkins, namespace: ci }
spec:
  serviceName: jenkins
  selector: { matchLabels: { app: jenkins } }
  template:
    metadata: { labels: { app: jenkins } }
    spec: { containers: [{ name: jenkins, image: "jenkins/jenkins:2.528-lts", ports: [{ containerPort: 8080 }] }] }
`,
  after: `apiVersion: v1
kind: Service
metadata: { name: jenkins, namespace: ci }
spec: { type: ClusterIP, selector: { app: jenkins }, ports: [{ port: 80, targetPort: 8080 }] }
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: jenkins, namespace: ci }
spec:
  serviceName: jenkins
  selector: { matchLabels: { app: jenkins } }
  template:
    metadata: { labels: { app: jenkins } }
    spec: { containers: [{ name: jenkins, image: "jenkins/jenkins:2.528-lts", ports: [{ containerPort: 8080 }] }] }
`,
  asksProviders: true,
  of: "workload",
  look: (workload, index) => {
    const running = runningByWorkload(index, SENSITIVE_INTERFACES).get(workload);
    if (!running) return NOT_APPLICABLE;
    const ways = waysFromInternet(workload, index);
    if (ways.length === 0) return PASS;
    const message = `${running.program} is open to the internet: ${ways.slice(0, SHOWN).join("; ")}`;
    return [{ field: podLabelsField(workload), message }];
  },
});
