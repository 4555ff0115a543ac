import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { LocatedObject } from "#lib/kubernetes/object.ts";
import { type CommandLine, readFlags } from "./command-line.ts";
import { recordOf, recordsOf } from "./entries.ts";
import { oncePerIndex } from "./once-per-index.ts";
import { settingsInText } from "./settings-text.ts";

const PKI = "/etc/kubernetes/pki";
const NAMED_FRONT_PROXY = "--requestheader-client-ca-file=/etc/kubernetes/pki/front-proxy-ca.crt";

/**
 * The flags that kubeadm writes into the manifests of its static pods, whatever it is told besides; by
 * cmd/kubeadm/app/phases/controlplane and etcd. Only flags that some check asks about.
 */
const ALWAYS_SET: Readonly<Record<string, readonly string[]>> = {
  "kube-apiserver": [
    "--authorization-mode=Node,RBAC",
    `--client-ca-file=${PKI}/ca.crt`,
    "--enable-admission-plugins=NodeRestriction",
    `--etcd-cafile=${PKI}/etcd/ca.crt`,
    `--etcd-certfile=${PKI}/apiserver-etcd-client.crt`,
    `--etcd-keyfile=${PKI}/apiserver-etcd-client.key`,
    "--etcd-servers=https://127.0.0.1:2379",
    `--kubelet-client-certificate=${PKI}/apiserver-kubelet-client.crt`,
    `--kubelet-client-key=${PKI}/apiserver-kubelet-client.key`,
    NAMED_FRONT_PROXY,
    "--secure-port=6443",
    `--service-account-key-file=${PKI}/sa.pub`,
    `--service-account-signing-key-file=${PKI}/sa.key`,
    `--tls-cert-file=${PKI}/apiserver.crt`,
    `--tls-private-key-file=${PKI}/apiserver.key`,
  ],
  "kube-controller-manager": [
    "--bind-address=127.0.0.1",
    `--client-ca-file=${PKI}/ca.crt`,
    NAMED_FRONT_PROXY,
    `--root-ca-file=${PKI}/ca.crt`,
    `--service-account-private-key-file=${PKI}/sa.key`,
    "--use-service-account-credentials=true",
  ],
  "kube-scheduler": ["--bind-address=127.0.0.1"],
  etcd: [
    `--cert-file=${PKI}/etcd/server.crt`,
    "--client-cert-auth=true",
    `--key-file=${PKI}/etcd/server.key`,
    `--peer-cert-file=${PKI}/etcd/peer.crt`,
    "--peer-client-cert-auth=true",
    `--peer-key-file=${PKI}/etcd/peer.key`,
    `--peer-trusted-ca-file=${PKI}/etcd/ca.crt`,
    `--trusted-ca-file=${PKI}/etcd/ca.crt`,
  ],
};

const SECTIONS: Readonly<Record<string, string>> = {
  "kube-apiserver": "apiServer",
  "kube-controller-manager": "controllerManager",
  "kube-scheduler": "scheduler",
  etcd: "etcd",
};

/**
 * The flags that a program gets by the ClusterConfiguration of kubeadm: what kubeadm always sets, then extraArgs, a map up
 * to kubeadm.k8s.io/v1beta3 and a list of names and values since. Edits of the manifests by hand are not in it.
 */
export function kubeadmProgram(index: ClusterIndex, program: string): (CommandLine & { on: LocatedObject })[] {
  const part = SECTIONS[program] ?? "";
  return findConfigurations(index, "kubeadm").flatMap(({ on, text, configuration }) => {
    const section = recordOf(configuration[part]);
    const field = text ?? `${part}${program === "etcd" ? ".local" : ""}.extraArgs`;
    const always = (ALWAYS_SET[program] ?? []).map((value) => ({ value, field }));
    const isElsewhere = program === "etcd" && section.external !== undefined;
    if (always.length === 0 || isElsewhere) return [];
    const { extraArgs } = program === "etcd" ? recordOf(section.local) : section;
    // What is given once more replaces what kubeadm sets, lists too.
    const extra = extraFlags(extraArgs).map((value) => ({ value, field }));
    const given = readFlags(extra, field);
    const kept = always.filter(({ value }) => given.flags(/^--([\w-]+)/.exec(value)?.[1] ?? "").length === 0);
    return [{ ...readFlags([...kept, ...extra], field), on }];
  });
}

/** `text`: the field that holds the configuration as text; none where the object itself is the configuration. */
type Configuration = { on: LocatedObject; text?: string; configuration: Record<string, unknown> };

/** ClusterConfigurations: in the ConfigMap that kubeadm keeps, and as documents of infrastructure as code. */
const findConfigurations = oncePerIndex((index: ClusterIndex, _: "kubeadm"): readonly Configuration[] => {
  const kept = index.find("ConfigMap", "kube-system", "kubeadm-config");
  const configuration = kept && settingsInText(recordOf(kept.object.data).ClusterConfiguration);
  const documents = index.ofKind("kubeadm.k8s.io/ClusterConfiguration");
  return [
    ...(kept && configuration ? [{ on: kept, text: "data.ClusterConfiguration", configuration }] : []),
    ...documents.map((on) => ({ on, configuration: recordOf(on.object) })),
  ];
});

function extraFlags(extraArgs: unknown): string[] {
  const listed = recordsOf(extraArgs).map(({ entry }): [unknown, unknown] => [entry.name, entry.value]);
  const all = Array.isArray(extraArgs) ? listed : Object.entries(recordOf(extraArgs));
  return all.flatMap(([name, value]) =>
    typeof name === "string" && ["string", "number", "boolean"].includes(typeof value) ? [`--${name}=${value}`] : [],
  );
}
