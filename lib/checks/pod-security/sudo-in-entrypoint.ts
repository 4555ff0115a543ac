import { check, EVERY_ROLE } from "../check.ts";
import { baseOf, wordsOf } from "../reading/command-line.ts";
import { nameInWords } from "../reading/name-in-words.ts";

const SUDO = /^(\S*\/)?sudo$/;
/** Programs to which sudo is a package, a group, a file or a word, and no program to run. */
const SPEAKS_OF_IT: ReadonlySet<string> = new Set(
  "apt apt-get aptitude dnf microdnf yum apk zypper pacman dpkg rpm useradd adduser usermod addgroup groupadd gpasswd which type hash echo printf test [ cat grep ls rm cp mv ln chmod chown visudo".split(
    " ",
  ),
);
/** Words of a shell that stand before the program which is run. */
const BEFORE_A_PROGRAM = /^(then|do|else|elif|if|while|until|!|\{|exec|env|nohup|time|\w+=\S*)$/;

/**
 * Judges command and args of every container: sudo as a word of its own, also within a script. Allowed: none; what installs
 * sudo or names its group does not call it.
 */
export const sudoInEntrypoint = check({
  id: "sudo-in-entrypoint",
  title: "Container starts with sudo",
  severity: "medium",
  layer: "container",
  dimension: "security",
  concern: "no-privileged-users",
  references: ["O22:K01", "O25:K01"],
  why: "A container that calls sudo has a way to become root inside, set user ids and all, ready for whoever breaks in. It also does not work without privilege escalation, so that cannot be forbidden for the pod.",
  seeByHand:
    'kubectl get pods -A -o json | jq -r \'.items[] | select([(.spec.containers + .spec.initContainers)[] | (.command // [])[], (.args // [])[]] | any(test("(^|[^a-z])sudo "))) | .metadata.namespace + "/" + .metadata.name\'',
  fix: "Do what needs root while the image is built, or in an init container that ends; give the program the files or the one capability that it lacks. Then remove sudo from image and command and set allowPrivilegeEscalation: false.",
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
          command: [sudo, /usr/local/bin/web]
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
          command: [/usr/local/bin/web]
`,
  of: "container",
  roles: EVERY_ROLE,
  look: ({ container }) => {
    const words = [...wordsOf(container.command, "command"), ...wordsOf(container.args, "args")];
    const program = baseOf(words[0]?.value ?? "");
    return words
      .filter(({ value }) => (SUDO.test(value) ? !SPEAKS_OF_IT.has(program) : isScriptWithSudo(value)))
      .map(({ field }) => ({ field, message: `${nameInWords("container", container.name)} starts with sudo` }));
  },
});

function isScriptWithSudo(text: string): boolean {
  if (!text.includes("sudo")) return false;
  return text
    .replaceAll("\\\n", " ")
    .split(/[;&|\n(`]/)
    .some(callsSudo);
}

/** One simple command of a script. */
function callsSudo(command: string): boolean {
  const words = command.split(/\s+/).map((word) => word.replace(/["')]/g, ""));
  const start = words.findIndex((word) => word !== "" && !BEFORE_A_PROGRAM.test(word));
  const [program = "", first] = words.slice(Math.max(start, 0));
  // "command -v sudo" asks where it is.
  if (SPEAKS_OF_IT.has(baseOf(program)) || (program === "command" && first?.startsWith("-"))) return false;
  // A comment has no program.
  return !program.startsWith("#") && words.slice(start).some((word) => SUDO.test(word));
}
