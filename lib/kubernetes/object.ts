/** Any object as the Kubernetes API prints it. Nothing below metadata is trusted to have the right type. */
export type KubernetesObject = {
  apiVersion: string;
  kind: string;
  metadata: ObjectMetadata;
  [field: string]: unknown;
};

export type ObjectMetadata = {
  name: string;
  namespace?: string;
  uid?: string;
  generateName?: string;
  creationTimestamp?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  ownerReferences?: { apiVersion?: string; kind: string; name: string; uid?: string; controller?: boolean }[];
  [field: string]: unknown;
};

export type ResourceRef = { apiVersion: string; kind: string; namespace?: string; name: string };

/** Where an object came from: the file inside the upload, its document (from 1) and line (from 1) when known. */
export type Place = { path: string; document?: number; line?: number };

export type LocatedObject = {
  object: KubernetesObject;
  at: Place;
  /** The line of a field path, where the format tells it without a search (YAML). */
  lineOf?: (field: string) => number | undefined;
};

/** A part of the input that could not be read. The rest is still used by the command; the portal refuses the upload. */
export type Unreadable = {
  path: string;
  document?: number;
  line?: number;
  reason: string;
  /** It does not claim to be a Kubernetes object: listed, but no reason to refuse what stands beside it. */
  foreign?: true;
  /** The file ends before its end: what stood behind is unknown, whatever kind it was of. */
  cut?: true;
};

export function refOf(object: KubernetesObject): ResourceRef {
  const { name, namespace } = object.metadata;
  const ref = { apiVersion: object.apiVersion, kind: object.kind, name };
  return namespace ? { ...ref, namespace } : ref;
}

/** "Deployment shop/web" */
export function nameOfRef(ref: ResourceRef): string {
  return `${ref.kind} ${ref.namespace ? `${ref.namespace}/` : ""}${ref.name}`;
}
