import { parseYaml } from "#lib/kubernetes/parse-yaml.ts";
import { recordOf } from "./entries.ts";

/** Settings of a program take some hundred lines. Whoever writes more wants to keep us busy. */
const LONGEST = 32_768;

/** A program's settings out of the YAML text that a ConfigMap keeps; null where it holds none that can be read. */
export function settingsInText(text: unknown): Record<string, unknown> | null {
  if (typeof text !== "string" || text.length > LONGEST) return null;
  const parsed = parseYaml(text);
  return "value" in parsed ? recordOf(parsed.value) : null;
}
