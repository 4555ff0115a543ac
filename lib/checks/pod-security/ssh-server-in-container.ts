import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { containersOf } from "#lib/kubernetes/containers.ts";
import type { ContainerInPod, Workload } from "#lib/kubernetes/pod.ts";
import { check, type Fault } from "../check.ts";
import { entriesOf, recordOf, recordsOf, stringsOf } from "../reading/entries.ts";
import { parseImageReference } from "../reading/image-reference.ts";
import { nameInWords } from "../reading/name-in-words.ts";

const SSH_PORT = 22;
const STARTS_SERVER = /(^|[\s/;&|"'])(sshd|dropbear)(\s|$|[;&|"'])|service\s+sshd?\s+start|systemctl\s+start\s+sshd?/;
const SERVER_IMAGE = /(^|\/)(sshd|openssh-server|docker-sshd|ssh-server|docker-openssh-server|dropbear)$/;

/**
 * Restricted: TCP port 22 of a container or behind a Service, a port named "ssh", an SSH server in the command or as
 * the image. Port 2222 alone proves nothing. Allowed: everything else.
 */
export const sshServerInContainer = check({
  id: "ssh-server-in-container",
  title: "Container offers an SSH login",
  severity: "medium",
  layer: "container",
  dimension: "security",
  concern: "no-privileged-users",
  references: ["O22:K01", "O25:K01"],
  why: "An SSH server is a second door beside the Kubernetes API, with its own users, keys and passwords that no cluster role governs and no audit log sees. It usually runs as root, is guessed at day and night once reachable, and invites people to change what should be immutable.",
  seeByHand: `kubectl get pods -A -o json | jq -r '.items[] | .metadata.namespace + "/" + .metadata.name as $pod | .spec.containers[] | select(any(.ports[]?; .containerPort == 22)) | $pod + " " + .name'`,
  fix: "Take the server out of the image. For a look inside use `kubectl exec` or an ephemeral debug container, which the cluster's roles allow and its audit log records; for files use `kubectl cp` or object storage. A service whose purpose is SSH (Git, SFTP) stays: give it keys only, no root, a port above 1024, and accept the exception.",
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
          ports: [{ containerPort: 8080 }, { containerPort: 22 }]
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
          ports: [{ containerPort: 8080 }]
`,
  of: "workload",
  look: (workload, index) => {
    const own = containersOf(workload).flatMap(faultsOfContainer);
    return own.length > 0 ? own : faultsOfServices(workload, index);
  },
});

function faultsOfContainer({ container, field }: ContainerInPod): Fault[] {
  const name = nameInWords("container", container.name);
  const ports = entriesOf(container.ports).flatMap(({ entry, at }): Fault[] => {
    if (entry.protocol !== undefined && entry.protocol !== "TCP") return [];
    if (entry.containerPort === SSH_PORT)
      return [{ field: `${field}.ports[${at}].containerPort`, message: `${name} exposes port 22 (SSH)` }];
    if (entry.name !== "ssh" && entry.name !== "sshd") return [];
    return [
      { field: `${field}.ports[${at}].name`, message: `${name} names port ${entry.containerPort} "${entry.name}"` },
    ];
  });
  if (ports.length > 0) return ports;
  for (const key of ["command", "args"] as const)
    if (STARTS_SERVER.test(stringsOf(container[key]).join(" ")))
      return [{ field: `${field}.${key}`, message: `${name} starts an SSH server` }];
  const repository = parseImageReference(container.image)?.repository;
  if (repository === undefined || !SERVER_IMAGE.test(repository)) return [];
  return [{ field: `${field}.image`, message: `${name} is the SSH server ${repository}` }];
}

function faultsOfServices(workload: Workload, index: ClusterIndex): Fault[] {
  return index.servicesOf(workload).flatMap(({ object }): Fault[] => {
    const isSsh = recordsOf(recordOf(object.spec).ports).some(
      ({ entry }) =>
        (entry.protocol ?? "TCP") === "TCP" &&
        (entry.targetPort === SSH_PORT || (entry.port === SSH_PORT && entry.targetPort === undefined)),
    );
    if (!isSsh) return [];
    const message = `service "${object.metadata.name}" sends connections to port 22 (SSH) of this workload`;
    return [{ field: `${workload.podField}.containers`, message }];
  });
}
