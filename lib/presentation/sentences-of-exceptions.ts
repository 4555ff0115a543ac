import { formatThings } from "./numbers.ts";

type Line = { kind: string; namespace: string; name: string; state: string; matches: number | null };

/** The headline of a cluster's exceptions. */
export function sayExceptions(cluster: string, exceptions: readonly Line[]): string {
  const inForce = exceptions.filter(({ state }) => state === "in force");
  if (inForce.length === 0) return `Nothing is accepted on ${cluster}`;
  const matches = inForce.reduce((sum, line) => sum + (line.matches ?? 0), 0);
  return `${formatThings(inForce.length, "exception")} cover ${formatThings(matches, "failing result")} on ${cluster}`.replace(
    /^1 exception cover/,
    "1 exception covers",
  );
}

/** What an exception covers, in words: `Every DaemonSet in kube-*`. */
export function sayScope({ kind, namespace, name }: Line): string {
  const what = kind === "" ? "resource" : kind;
  const which = name === "" ? `Every ${what}` : `${kind === "" ? "" : `${kind} `}${name}`;
  return namespace === "" ? which : `${which} in ${namespace}`;
}
