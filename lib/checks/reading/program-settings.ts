import type { LocatedObject } from "#lib/kubernetes/object.ts";
import { notAssessable, PASS, type Verdict } from "../check.ts";
import { type CommandLine, featureGate } from "./command-line.ts";
import { inAll } from "./control-plane-program.ts";
import { recordOf } from "./entries.ts";
import { inFile } from "./flag-verdict.ts";
import { settingsInText } from "./settings-text.ts";

/** A setting that a program takes from its configuration file or from a flag, and what holds where neither is given. */
export type Setting = {
  /** "authentication.anonymous.enabled"; null for what only a flag sets. */
  path: string | null;
  flag: string;
  /** Default of the configuration file. */
  unset: unknown;
  /** Default of the flags, where no file is used and Kubernetes kept an older default. */
  unsetByFlags?: unknown;
};
export type Value = { value: unknown; field: string; isGiven: boolean };
/** One place in the snapshot that tells how a program is set up. */
export type SettingsSource = {
  on: LocatedObject;
  /** The value that the program works with; or why this place does not tell it. */
  read: (setting: Setting) => Value | { unknown: string };
};

/** Judges one setting wherever it is told: `fault` says what is wrong with a value, or null. Without a place: `unseen`. */
export function judgeSetting(
  sources: readonly SettingsSource[],
  unseen: string,
  setting: Setting,
  fault: (value: unknown, isGiven: boolean) => string | null,
): Verdict {
  if (sources.length === 0) return notAssessable(unseen);
  const verdicts = sources.map(({ on, read }): Verdict => {
    const seen = read(setting);
    if ("unknown" in seen) return notAssessable(seen.unknown);
    const message = fault(seen.value, seen.isGiven);
    return message === null ? PASS : [{ on, field: seen.field, message }];
  });
  return inAll(verdicts);
}

/** A configuration file. `text`: the field that holds it as text; null where the object itself is the configuration. */
export function fromFile(on: LocatedObject, file: Record<string, unknown>, text: string | null): SettingsSource {
  return {
    on,
    read: ({ path, flag, unset }) => {
      if (path === null) return { unknown: `--${flag} is a flag alone, and the snapshot shows the configuration file` };
      const value = path.split(".").reduce<unknown>((at, step) => recordOf(at)[step], file);
      const isGiven = value !== undefined && value !== null;
      return { value: isGiven ? value : unset, field: text ?? path, isGiven };
    },
  };
}

/** A configuration file within a ConfigMap; [] where there is none under the key, or one that cannot be read. */
export function fromConfigMap(on: LocatedObject, key: string): SettingsSource[] {
  const settings = settingsInText(recordOf(on.object.data)[key]);
  if (settings === null || Object.keys(settings).length === 0) return [];
  return [fromFile(on, settings, key.includes(".") ? `data["${key}"]` : `data.${key}`)];
}

/** A command line. `part`: why flags that are missing tell nothing; null where all flags are in sight. */
export function fromFlags(program: string, on: LocatedObject, line: CommandLine, part: string | null): SettingsSource {
  return {
    on,
    read: ({ path, flag, unset, unsetByFlags }) => {
      const gate = /^featureGates\.(.+)$/.exec(path ?? "")?.[1];
      const given = gate === undefined ? line.flag(flag) : featureGate(line, gate);
      if (given) return { ...given, isGiven: true };
      if (part !== null) return { unknown: part };
      if (line.flag("config") && path !== null) return { unknown: inFile(program, "config") };
      return { value: unsetByFlags === undefined ? unset : unsetByFlags, field: line.field, isGiven: false };
    },
  };
}
