import { check, EVERY_ROLE, NOT_APPLICABLE } from "../check.ts";
import { commandLineOf, readFlags, wordsOf } from "../reading/command-line.ts";
import { recordOf, recordsOf } from "../reading/entries.ts";
import { nameInWords } from "../reading/name-in-words.ts";
import { imageName } from "../reading/running-program.ts";

/** Settings of git that name a command or bring in more settings: https://git-scm.com/docs/git-config. */
const COMMAND_IN_CONFIG =
  /^(core\.(sshcommand|fsmonitor|hookspath|editor|pager|askpass|gitproxy|alternaterefscommand)|init\.templatedir|uploadpack\.packobjectshook|protocol\.ext\.|include(if)?\.|(filter|alias|merge|trailer)\.|diff\..*(external|command|textconv)|gpg\.(.*\.)?program|remote\..*(uploadpack|receivepack|vcs))/i;
/** A helper of credentials is a program where its value is a path or a line of shell; by a name, it comes with git. */
const HELPER = /^credential\..*helper["']?\s*[:=]\s*["']?[!/]/i;
/** Values by which a setting is switched off. */
const SWITCHED_OFF = /[:=]\s*["']?(\/dev\/null|false|)["']?$/i;
const GIT_ITSELF = /^(\/usr(\/local)?\/bin\/)?git$/;
const isAny = (value: string) => value.trim() !== "";

/** Version 4 says GITSYNC_, version 3 GIT_SYNC_. */
const SETTINGS: readonly { flag: string | null; variables: readonly string[]; runs: (value: string) => boolean }[] = [
  { flag: "git", variables: ["GITSYNC_GIT", "GIT_SYNC_GIT"], runs: (value) => isAny(value) && !GIT_ITSELF.test(value) },
  {
    flag: "git-config",
    variables: ["GITSYNC_GIT_CONFIG", "GIT_SYNC_GIT_CONFIG"],
    runs: (value) => value.split(",").some(namesCommand),
  },
  {
    flag: "exechook-command",
    variables: ["GITSYNC_EXECHOOK_COMMAND", "GIT_SYNC_EXECHOOK_COMMAND"],
    runs: isAny,
  },
  { flag: "sync-hook-command", variables: ["GITSYNC_SYNC_HOOK_COMMAND", "GIT_SYNC_HOOK_COMMAND"], runs: isAny },
  {
    flag: null,
    variables: ["GIT_SSH_COMMAND", "GIT_SSH", "GIT_ASKPASS", "GIT_PROXY_COMMAND", "GIT_EXTERNAL_DIFF"],
    runs: isAny,
  },
];

/**
 * Judges flags and variables of git-sync by which it runs a program of somebody's choice: another git, settings of git that name
 * commands, and hooks. Allowed: all others.
 */
export const gitSyncCommandInjection = check({
  id: "git-sync-command-injection",
  title: "Sidecar git-sync runs commands that its settings bring in",
  severity: "medium",
  layer: "container",
  dimension: "security",
  concern: null,
  references: ["O22:K02"],
  why: "The sidecar is run with a key to the repository and often to the cluster. A setting that names the program to call lets whoever may edit the pod's settings, and for hooks whoever may push to the repository, run code with these keys, where nobody looks for code.",
  seeByHand:
    'kubectl get pods -A -o json | jq -r \'.items[] | select([.spec.containers[].image, .spec.initContainers[]?.image] | any(test("git-sync"))) | .metadata.namespace + "/" + .metadata.name\'',
  fix: "Remove the hook, --git and what in --git-config names a command; let the program itself watch the folder for changes, or call it by --webhook-url. Restrict who may edit the workload, and verify signatures of what is pulled.",
  before: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      initContainers:
        - name: sync
          image: registry.k8s.io/git-sync/git-sync:v4.4.2
          env: [{ name: GITSYNC_GIT, value: /tmp/run.sh }]
      containers:
        - name: web
          image: registry.example/shop/web:1.4.2
`,
  after: `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      initContainers:
        - name: sync
          image: registry.k8s.io/git-sync/git-sync:v4.4.2
          env: [{ name: GITSYNC_REPO, value: "https://git.example/site" }]
      containers:
        - name: web
          image: registry.example/shop/web:1.4.2
`,
  of: "container",
  roles: EVERY_ROLE,
  look: ({ container, field }) => {
    const called = commandLineOf(container, field, "git-sync");
    if (!called && !/(^|-)git-sync($|-)/.test(imageName(container.image))) return NOT_APPLICABLE;
    const line =
      called ?? readFlags([...wordsOf(container.command, "command"), ...wordsOf(container.args, "args")], "args");
    const flags = SETTINGS.flatMap(({ flag, runs }) =>
      flag === null
        ? []
        : line
            .flags(flag)
            .filter(({ value }) => runs(value))
            .map((found) => ({ ...found, by: `--${flag}` })),
    );
    const variables = recordsOf(container.env).flatMap(({ entry, at }) => {
      const setting = SETTINGS.find(({ variables: names }) => names.includes(String(entry.name)));
      // What a variable takes from elsewhere is not in sight, and may be anything.
      const isOpen =
        setting && (typeof entry.value === "string" ? setting.runs(entry.value) : isTakenFrom(entry.valueFrom));
      return isOpen ? [{ field: `env[${at}]`, by: String(entry.name) }] : [];
    });
    return [...flags, ...variables].map(({ field: where, by }) => ({
      field: where.replace(`${field}.`, ""),
      message: `${nameInWords("container", container.name)} runs a command that ${by} names`,
    }));
  },
});

function namesCommand(setting: string): boolean {
  const plain = setting.trim().replace(/^["']/, "");
  return (COMMAND_IN_CONFIG.test(plain) || HELPER.test(plain)) && !SWITCHED_OFF.test(plain);
}

function isTakenFrom(source: unknown): boolean {
  return Object.keys(recordOf(source)).length > 0;
}
