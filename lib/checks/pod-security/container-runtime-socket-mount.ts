import { check } from "../check.ts";
import { entriesOf } from "../reading/entries.ts";
import { describeMounts, normalizeNodePath } from "../reading/mounted-host-path.ts";
import { nameInWords } from "../reading/name-in-words.ts";

/** The sockets by which one commands a container runtime, wherever a distribution puts them. */
const SOCKET = /\/(docker|podman|containerd|crio|cri-dockerd|dockershim|buildkitd|frakti|rktlet|isulad)\.sock$/;
const PIPE = /^pipe\/(docker_engine|containerd-containerd|dockershim|cri-dockerd)/;
/** Folders in which the sockets lie directly. */
const FOLDER =
  /^(\/var)?\/run(\/(docker|containerd|crio|podman|k3s|k3s\/containerd|k0s|k0s\/containerd|rke2|buildkit))?$/;

/**
 * Restricted field: volumes[*].hostPath.path. Allowed: anything but a runtime's socket or the folder that it lies in.
 * A mount of the node's root reaches the sockets too; host-path-sensitive speaks about that.
 */
export const containerRuntimeSocketMount = check({
  id: "container-runtime-socket-mount",
  title: "Socket of the container runtime is mounted",
  severity: "critical",
  layer: "container",
  dimension: "security",
  concern: "runtime-isolation",
  references: ["NSA pod", "O22:K01", "O25:K01"],
  escalatesTo: "cluster",
  why: "The runtime's socket obeys whoever can open it: start a privileged container, enter any other, read every secret on the node. No admission rule sees what it starts. A container with the socket is the node, in one command; mounting it read-only changes nothing, since a socket is not a file.",
  seeByHand: `kubectl get pods -A -o json | jq -r '.items[] | select([.spec.volumes[]?.hostPath.path // ""] | any(test("(docker|containerd|crio|podman)[.]sock"))) | .metadata.namespace + "/" + .metadata.name'`,
  fix: "Build images without the socket: a rootless builder, or a build service outside the cluster. Read metrics and logs from the kubelet or the API instead of the runtime. Continuous integration that insists on Docker gets a sandboxed runtime class or machines of its own. Moving builds takes some days for each pipeline; start with the ones that outsiders can trigger.",
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: builder, namespace: ci }
spec:
  selector: { matchLabels: { app: builder } }
  template:
    metadata: { labels: { app: builder } }
    spec:
      containers:
        - name: builder
          image: registry.example/ci/builder:5.0.2
          volumeMounts: [{ name: runtime, mountPath: /var/run/docker.sock }]
      volumes: [{ name: runtime, hostPath: { path: /var/run/docker.sock } }]
`,
  after: `apiVersion: apps/v1
kind: Deployment
metadata: { name: builder, namespace: ci }
spec:
  selector: { matchLabels: { app: builder } }
  template:
    metadata: { labels: { app: builder } }
    spec:
      containers:
        - name: builder
          image: registry.example/ci/rootless-builder:5.0.2
          volumeMounts: [{ name: cache, mountPath: /home/user/.cache }]
      volumes: [{ name: cache, emptyDir: { sizeLimit: 10Gi } }]
`,
  of: "workload",
  look: (workload) =>
    entriesOf(workload.pod.volumes).flatMap(({ entry, at }) => {
      const given = entry.hostPath?.path;
      if (typeof given !== "string") return [];
      const path = normalizeNodePath(given);
      if (!SOCKET.test(path) && !PIPE.test(path) && !FOLDER.test(path)) return [];
      const what = FOLDER.test(path) ? `${path} with the runtime's socket` : `the runtime's socket ${path}`;
      const message = `${nameInWords("volume", entry.name)} mounts ${what} ${describeMounts(workload, entry.name)}`;
      return [{ field: `${workload.podField}.volumes[${at}].hostPath.path`, message }];
    }),
});
