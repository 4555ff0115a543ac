import type { Container } from "#lib/kubernetes/pod.ts";
import { stringsOf } from "./entries.ts";
import { imageName } from "./running-program.ts";

/** One flag of a command line: its value ("true" when it has none) and where it stands in the object. */
export type Flag = { value: string; field: string };
export type CommandLine = {
  /** Field path of the command line, for what is missing from it. */
  field: string;
  /** The flag as the program takes it; of one that is given twice, the last counts. */
  flag: (name: string) => Flag | undefined;
  /** Every time that a flag is given: of lists and maps all count. */
  flags: (name: string) => readonly Flag[];
};

type Word = { value: string; field: string };

/** Programs that start another one and hand it the rest of their words. */
const STARTERS: ReadonlySet<string> = new Set(
  "hyperkube go-runner kube-log-runner tini dumb-init nice exec".split(" "),
);
const SHELL = /^(ba|da|a)?sh$/;

/**
 * The command line of a container that runs the program: by itself, within a shell, behind a starter, or because its image
 * is the program and only flags are given. Undefined for anything else (etcdctl is no etcd).
 */
export function commandLineOf(container: Container, field: string, program: string): CommandLine | undefined {
  const command = wordsOf(container.command, `${field}.command`);
  const args = wordsOf(container.args, `${field}.args`);
  const words = argumentsOf(command.concat(args), program, command.length === 0 && imageName(container.image));
  if (!words) return undefined;
  return readFlags(words, Array.isArray(container.command) ? `${field}.command` : `${field}.args`);
}

/** Flags out of words: "--name=value", "--name value" and a bare "--name"; "_" counts as "-", as Kubernetes has it. */
export function readFlags(words: readonly Word[], field: string): CommandLine {
  const all = new Map<string, Flag[]>();
  words.forEach((word, at) => {
    const match = /^--?([a-z][\w-]*)(?:=([\s\S]*))?$/i.exec(word.value.trim());
    if (!match?.[1]) return;
    const next = words[at + 1]?.value;
    const value = match[2] ?? (next !== undefined && !/^-(?!\d)/.test(next) ? next : "true");
    const name = match[1].replaceAll("_", "-");
    const flag = { value: value.trim(), field: word.field };
    const known = all.get(name);
    if (known) known.push(flag);
    else all.set(name, [flag]);
  });
  return { field, flag: (name) => all.get(name)?.at(-1), flags: (name) => all.get(name) ?? [] };
}

/** The texts of a command or args, each with its place; [] when it is no list. */
export function wordsOf(list: unknown, field: string): Word[] {
  if (!Array.isArray(list)) return [];
  const words = list.map((value, at) => ({ value, field: `${field}[${at}]` }));
  return words.filter((word) => stringsOf([word.value]).length > 0);
}

function argumentsOf(words: readonly Word[], program: string, image: string | false): readonly Word[] | undefined {
  const [first, second, third] = words;
  if (!first) return undefined;
  const name = baseOf(first.value);
  if (name === program) return words.slice(1);
  if (image === program && first.value.startsWith("-")) return words;
  if (SHELL.test(name) && second && third && /^-[a-z]*c$/.test(second.value)) return scriptOf(third, program);
  if (!STARTERS.has(name)) return undefined;
  const names = name === "hyperkube" ? [program, program.replace(/^kube-/, "")] : [program];
  const start = words.findIndex(({ value }, at) => at > 0 && names.includes(baseOf(value)));
  return start < 0 ? undefined : words.slice(start + 1);
}

/** The words after the program in a script like `exec kube-apiserver --flag="x" >>log`, each with the script's place. */
function scriptOf({ value, field }: Word, program: string): Word[] | undefined {
  const words = value.replaceAll("\\\n", " ").match(/(?:[^\s"']|"[^"]*"|'[^']*')+/g) ?? [];
  const plain = words.map((word) => word.replace(/["']/g, ""));
  const starts = [...plain.keys()].filter((at) => baseOf(plain[at] ?? "") === program);
  const start = starts.find((at) => plain[at + 1]?.startsWith("-")) ?? starts[0];
  if (start === undefined) return undefined;
  const rest = plain.slice(start + 1);
  const end = rest.findIndex((word) => /^([;|&]|\d?>)/.test(word));
  return (end < 0 ? rest : rest.slice(0, end)).map((word) => ({ value: word.replace(/;$/, ""), field }));
}

/** The last part of a path: the name of the program. */
export function baseOf(path: string): string {
  return path.split("/").at(-1) ?? "";
}

/** What --feature-gates=A=true,B=false says of one gate; undefined where it says nothing. */
export function featureGate(line: CommandLine, gate: string): Flag | undefined {
  for (const { value, field } of line.flags("feature-gates").toReversed()) {
    const found = value.split(",").find((one) => one.trim().startsWith(`${gate}=`));
    if (found) return { value: found.trim().slice(gate.length + 1), field };
  }
  return undefined;
}
