import type { ConcernId, DimensionId, LayerId, Severity } from "#lib/catalog/framework.ts";
import type { ClusterIndex } from "#lib/kubernetes/cluster-index.ts";
import type { LocatedObject, ResourceRef } from "#lib/kubernetes/object.ts";
import type { ContainerInPod, ContainerRole, Workload } from "#lib/kubernetes/pod.ts";
import type { ScanSettings } from "./settings.ts";

/**
 * What is wrong on one resource: the field path within the object, and a sentence naming what was seen. A look at the
 * whole cluster may say on which object it saw it (a static pod, say); the field is then a path within that object.
 */
export type Fault = { field: string; message: string; on?: LocatedObject };

/**
 * Answer of a check about one resource: faults (an empty list is a pass), NOT_APPLICABLE (the check has nothing to say
 * about it and leaves no trace), or a reason why the evidence cannot decide.
 */
export type Verdict = readonly Fault[] | typeof NOT_APPLICABLE | { notAssessable: string };
export const NOT_APPLICABLE = Symbol("not applicable");
export const PASS: readonly Fault[] = [];
export function notAssessable(reason: string): { notAssessable: string } {
  return { notAssessable: reason };
}

/** What every check says about itself; its reference page is generated from this and from its cases. */
export type CheckText = {
  /** id of checks.md; folder and file have this name. */
  id: string;
  /** The fault in a few words: "Container runs privileged". */
  title: string;
  severity: Severity;
  layer: LayerId;
  dimension: DimensionId;
  concern: ConcernId | null;
  /** "CIS 5.2.2", "PSS baseline", "O22:K01", "O25:K01", "NSA pod": ids only. */
  references: readonly string[];
  /** Why it matters, the hazard, in plain words. */
  why: string;
  /** How to see it by hand: a kubectl command. */
  seeByHand: string;
  /** How to fix it, and what a fix costs or breaks. */
  fix: string;
  /** YAML before and after, short. */
  before: string;
  after: string;
  /** Layer that a breach escapes to. */
  escalatesTo?: LayerId;
  /**
   * Looks at what runs and not at what its template says, so it is asked of those too whose templates nobody could change:
   * agents of a managed cluster's provider, the control plane's own pods, kube-proxy.
   */
  asksProviders?: true;
};

/** The five ways to look. The engine visits; the check only judges what it is handed, by the settings of the cluster. */
export type Look =
  | {
      /** Visited once for each container; faults are gathered on the workload. */
      of: "container";
      roles: readonly ContainerRole[];
      look: (container: ContainerInPod, index: ClusterIndex, settings: ScanSettings) => Verdict;
    }
  | { of: "workload"; look: (workload: Workload, index: ClusterIndex, settings: ScanSettings) => Verdict }
  | {
      of: "object";
      kinds: readonly string[];
      look: (object: LocatedObject, index: ClusterIndex, settings: ScanSettings) => Verdict;
    }
  | { of: "namespace"; look: (namespace: string, index: ClusterIndex, settings: ScanSettings) => Verdict }
  | {
      /** Once for the whole snapshot; the resource of the result is the cluster itself (kind "Cluster"), unless given. */
      of: "cluster";
      look: (index: ClusterIndex, settings: ScanSettings) => Verdict;
    };

export type Check = CheckText & Look;

/** Declares a check. Exists so that a check file reads as one declaration and is type-checked as one. */
export function check(declaration: Check): Check {
  return declaration;
}

export const EVERY_ROLE: readonly ContainerRole[] = ["container", "init", "sidecar", "ephemeral"];
/** Containers that keep running: probes and the like make no sense for init and ephemeral ones. */
export const RUNNING_ROLES: readonly ContainerRole[] = ["container", "sidecar"];

export const CLUSTER_REF: ResourceRef = { apiVersion: "v1", kind: "Cluster", name: "cluster" };
