import { check, PASS } from "../check.ts";
import { pluginState } from "../reading/admission-plugins.ts";
import { judgePrograms } from "../reading/control-plane-program.ts";
import { kubernetesMinor } from "../reading/kubernetes-minor.ts";

/** Minor releases that know a plug-in, the first in which it is no alpha and the last. */
const KNOWN = [
  { name: "PodSecurity", since: 23, until: Number.POSITIVE_INFINITY },
  { name: "PodSecurityPolicy", since: 0, until: 24 },
  { name: "SecurityContextDeny", since: 0, until: 29 },
];

/**
 * Restricted: the admission plug-ins of kube-apiserver that look at the security of pods: SecurityContextDeny (up to
 * Kubernetes 1.29), PodSecurityPolicy (up to 1.24), and their successor PodSecurity (on unless disabled since 1.23).
 * Allowed: one of them; none that the release no longer knows, for with it the API server does not start. That namespaces
 * enforce a level is another check; peers that ask for the two old ones in every release ask for what is gone.
 */
export const apiserverAdmissionSecurityContextDeny = check({
  id: "apiserver-admission-security-context-deny",
  title: "API server runs no admission of pod security",
  severity: "medium",
  layer: "cluster",
  dimension: "security",
  concern: "pod-security-standards",
  references: ["CIS 1.2", "NSA pod", "O22:K04"],
  why: "Whoever may create pods may make them privileged and take the node, unless something in the API server refuses. Old releases have nothing switched on for that; in new ones somebody has switched it off or still names a plug-in that no longer exists, and the next upgrade ends with an API server that does not start.",
  seeByHand: 'kubectl -n kube-system get pod -l component=kube-apiserver -o yaml | grep -E -- "admission-plugins"',
  fix: "On Kubernetes 1.23 and later leave PodSecurity enabled, label namespaces with a level (warn first, then enforce) and take SecurityContextDeny and PodSecurityPolicy out of the flags. On older releases enable PodSecurityPolicy with policies bound to every account before, or no pod starts any more; better upgrade.",
  before: `apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      command: [kube-apiserver, --disable-admission-plugins=PodSecurity]
`,
  after: `apiVersion: v1
kind: Pod
metadata: { name: kube-apiserver-cp1, namespace: kube-system }
spec:
  containers:
    - name: kube-apiserver
      command: [kube-apiserver, --enable-admission-plugins=NodeRestriction]
`,
  of: "cluster",
  look: (index) =>
    judgePrograms(index, "kube-apiserver", (seen) => {
      const minor = kubernetesMinor(index.kubernetesVersion);
      const states = KNOWN.map((known) => ({ ...known, ...pluginState(seen, known.name) }));
      const gone = states.filter(({ isOn, until }) => isOn && minor > until);
      if (gone.length > 0)
        return gone.map(({ name, field, until }) => ({
          on: seen.on,
          field,
          message: `kube-apiserver names the admission plug-in ${name}, which Kubernetes knows up to 1.${until} only`,
        }));
      if (states.some(({ isOn, since }) => isOn && minor >= since)) return PASS;
      const field = states.find(({ name }) => name === "PodSecurity")?.field ?? seen.field;
      return [
        { on: seen.on, field, message: "kube-apiserver runs no admission plug-in that looks at the security of pods" },
      ];
    }),
});
