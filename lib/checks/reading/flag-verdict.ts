import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import { type Fault, notAssessable, PASS, type Verdict } from "../check.ts";
import type { Flag } from "./command-line.ts";
import { type ControlPlaneProgram, judgePrograms } from "./control-plane-program.ts";

/** What is asked of one flag of a program of the control plane. */
export type FlagRule = {
  /** The flag without its dashes. */
  flag: string;
  allows: (value: string) => boolean;
  /** What comes of it that the flag is not set: ends the sentence. Left out where its default is fine. */
  unset?: string;
  /** What comes of another value: ends the sentence. */
  wrong?: string;
  /** A flag that names a file which decides instead: then nothing can be told where the flag itself is not set. */
  file?: string;
};

/** Longest value that a sentence repeats. */
const LONGEST_VALUE = 120;

/** Judges one flag, or several that belong together, wherever the program's flags are told. */
export function judgeFlags(index: ClusterIndex, program: string, rules: readonly FlagRule[]): Verdict {
  return judgePrograms(index, program, (seen) => rulesVerdict(seen, program, rules));
}

/** The same for one place that tells the flags. */
export function rulesVerdict(seen: ControlPlaneProgram, program: string, rules: readonly FlagRule[]): Verdict {
  const verdicts = rules.map((rule) => ruleVerdict(seen, program, rule));
  const faults = verdicts.flatMap((verdict) => (Array.isArray(verdict) ? verdict : []));
  return faults.length > 0 ? faults : (verdicts.find((verdict) => !Array.isArray(verdict)) ?? PASS);
}

function ruleVerdict(seen: ControlPlaneProgram, program: string, rule: FlagRule): Verdict {
  const given = seen.flag(rule.flag);
  if (given) return rule.allows(given.value) ? PASS : [wrongFlag(seen, program, rule.flag, given, rule.wrong)];
  if (rule.file !== undefined && (seen.flag(rule.file)?.value ?? "") !== "")
    return notAssessable(inFile(program, rule.file));
  return rule.unset === undefined ? PASS : [missingFlag(seen, program, rule.flag, rule.unset)];
}

/** "kube-apiserver runs with --profiling=true, so ..." */
export function wrongFlag(
  seen: ControlPlaneProgram,
  program: string,
  name: string,
  { value, field }: Flag,
  wrong?: string,
): Fault {
  const shown = value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}...` : value;
  return { on: seen.on, field, message: `${program} runs with --${name}=${shown}${wrong ? `, ${wrong}` : ""}` };
}

/** "kube-apiserver does not set --profiling, so ..." */
export function missingFlag(seen: ControlPlaneProgram, program: string, name: string, unset: string): Fault {
  return { on: seen.on, field: seen.field, message: `${program} does not set --${name}, ${unset}` };
}

/** Why a program's setting cannot be told: it stands in a file that only its node has. */
export function inFile(program: string, flag: string): string {
  return `${program} reads this from the file that --${flag} names, which the Kubernetes API does not show`;
}

/** For flags that name a file or an address: anything but nothing. */
export function isGiven(value: string): boolean {
  return value !== "";
}
