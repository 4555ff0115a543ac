import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { LocatedObject } from "#lib/kubernetes/object.ts";
import { type CommandLine, readFlags } from "./command-line.ts";
import { recordOf, stringsOf } from "./entries.ts";

/** Annotations in which k3s and RKE2 note the words that a node was started with, as a JSON list. */
const NOTES = ["k3s.io/node-args", "rke2.io/node-args"];
/** What they call the flags that they hand on: older releases had shorter names. */
const HANDED_ON: Readonly<Record<string, readonly string[]>> = {
  "kube-controller-manager": ["kube-controller-manager-arg", "kube-controller-arg"],
};
const LONGEST_NOTE = 100_000;

type NodeFlags = CommandLine & { on: LocatedObject };

/** The flags that k3s and RKE2 note on their nodes: those of the distribution itself. */
export function nodeFlags(index: ClusterIndex): NodeFlags[] {
  return index.ofKind("Node").flatMap((on) => {
    const annotations = recordOf(on.object.metadata.annotations);
    return NOTES.flatMap((note) => {
      const field = `metadata.annotations["${note}"]`;
      const words = wordsIn(annotations[note]).map((value) => ({ value, field }));
      return words.length > 0 ? [{ ...readFlags(words, field), on }] : [];
    });
  });
}

/**
 * The flags that k3s or RKE2 hand on to one of Kubernetes' programs, by node. They stand beside those that the
 * distribution sets itself, which no object shows.
 */
export function nodeArguments(index: ClusterIndex, program: string): NodeFlags[] {
  const names = HANDED_ON[program] ?? [`${program}-arg`];
  return nodeFlags(index).flatMap((noted) => {
    const words = names
      .flatMap((name) => noted.flags(name))
      .map(({ value, field }) => ({ value: `--${value}`, field }));
    return words.length > 0 ? [{ ...readFlags(words, "metadata.annotations"), on: noted.on }] : [];
  });
}

function wordsIn(note: unknown): string[] {
  if (typeof note !== "string" || note.length > LONGEST_NOTE) return [];
  try {
    return stringsOf(JSON.parse(note));
  } catch {
    return [];
  }
}
