import { liesIn } from "./mounted-host-path.ts";

/** Folders of a node that give it away, with all that lies in them. */
const SENSITIVE_TREES: Readonly<Record<string, string>> = {
  "/bin": "the programs of the node",
  "/boot": "the kernel of the node",
  "/etc": "the configuration and passwords of the node",
  "/lib": "the libraries of the node",
  "/lib64": "the libraries of the node",
  "/proc": "the processes and kernel settings of the node",
  "/root": "the home of the node's root user",
  "/sbin": "the programs of the node",
  "/sys": "the devices and kernel settings of the node",
  "/usr": "the programs of the node",
  "/var/lib/cloud": "the start-up data of the machine, its credentials among it",
  "/var/lib/containerd": "the files of every container of the node",
  "/var/lib/containers": "the files of every container of the node",
  "/var/lib/docker": "the files of every container of the node",
  "/var/lib/dockershim": "the state of the container runtime",
  "/var/lib/etcd": "the whole state of the cluster",
  "/var/lib/k0s": "the keys and state of the cluster",
  "/var/lib/kubelet": "the kubelet's keys and the secrets of every pod of the node",
  "/var/lib/minikube": "the keys and state of the cluster",
  "/var/lib/rancher": "the keys and state of the cluster",
  "/opt/cni": "the programs that the kubelet runs as root for the network",
  "c:/etc/kubernetes": "the keys of the node",
  "c:/k": "the keys and programs of the node",
  "c:/programdata/docker": "the files of every container of the node",
  "c:/var/lib/kubelet": "the kubelet's keys and the secrets of every pod of the node",
  "c:/windows": "the operating system of the node",
};

/** Folders that hold nothing secret and are commonly read from the node; only writing to them gives it away. */
const HARMLESS_TO_READ = [
  "/etc/ca-certificates",
  "/etc/hostname",
  "/etc/localtime",
  "/etc/machine-id",
  "/etc/os-release",
  "/etc/pki/ca-trust",
  "/etc/pki/tls/certs",
  "/etc/ssl/certs",
  "/etc/timezone",
  "/lib/modules",
  "/usr/lib/modules",
  "/usr/lib/os-release",
  "/usr/local/share/ca-certificates",
  "/usr/share/ca-certificates",
  "/usr/share/zoneinfo",
  "/usr/src",
];

/** Where provisioners of local volumes keep ordinary data inside the trees above. */
const ORDINARY_DATA = ["/var/lib/rancher/k3s/storage"];

/** Folders that are sensitive as a whole, but not everything in them. */
const SENSITIVE_FOLDERS: Readonly<Record<string, string>> = {
  "/dev": "the devices of the node, its disks among them",
  "/home": "the homes of the node's users",
  "/var/lib": "the state of the kubelet, the runtime and all other services of the node",
  "c:/programdata": "the data of every service of the node",
  "c:/users": "the homes of the node's users",
};

const DISK_OR_MEMORY = /^\/dev\/(sd|hd|vd|xvd|nvme|dm-|md|mapper\/|disk\/|mem$|kmem$|port$|kmsg$)/;
const CLOUD_CREDENTIALS =
  /\/(\.aws|\.azure|\.config\/gcloud|gcloud|\.oci|\.kube|\.docker|\.ssh)(\/|$)|\/(azure|gce|cloud)\.(json|conf)$/;

/**
 * What a path of the node gives away, in words, or null for an ordinary one. The path is normalized. A path gives the
 * node away when it is, contains or lies in a sensitive folder.
 */
export function whatPathGivesAway(path: string, readOnly: boolean): string | null {
  if (ORDINARY_DATA.some((folder) => liesIn(path, folder))) return null;
  if (CLOUD_CREDENTIALS.test(path)) return "credentials of the node's users or of its cloud account";
  if (readOnly && HARMLESS_TO_READ.some((folder) => liesIn(path, folder))) return null;
  if (DISK_OR_MEMORY.test(path)) return "a disk or the memory of the node";
  const folder = SENSITIVE_FOLDERS[path];
  if (folder !== undefined) return folder;
  if (/^\/home\/[^/]+$/.test(path)) return "the home of a user of the node";
  for (const [tree, gives] of Object.entries(SENSITIVE_TREES)) if (liesIn(path, tree)) return gives;
  const contains = Object.keys(SENSITIVE_TREES).some((tree) => liesIn(tree, path));
  return contains ? "folders that hold the node's keys, programs and state" : null;
}
