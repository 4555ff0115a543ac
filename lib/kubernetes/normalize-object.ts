import type { KubernetesObject, ObjectMetadata } from "./object.ts";

/**
 * The object with an apiVersion ("v1" where a support bundle leaves it out) and with metadata of the right types: what
 * the API server would not have taken there is left out. Everything else stays as it came. The input is not changed.
 */
export function normalizeObject(value: Record<string, unknown>): KubernetesObject {
  const { apiVersion, kind, metadata } = value;
  return {
    ...value,
    apiVersion: typeof apiVersion === "string" && apiVersion !== "" ? apiVersion : "v1",
    kind: String(kind),
    metadata: normalizeMetadata(metadata as Record<string, unknown>, isRecord(value.spec) && "replicas" in value.spec),
  };
}

function normalizeMetadata(metadata: Record<string, unknown>, isScaled: boolean): ObjectMetadata {
  const { namespace, uid, generateName, labels, annotations, ownerReferences, managedFields, ...rest } = metadata;
  const normal: ObjectMetadata = { ...rest, name: String(metadata.name ?? generateName) };
  if (isText(namespace)) normal.namespace = namespace;
  if (isText(uid)) normal.uid = uid;
  if (isText(generateName)) normal.generateName = generateName;
  if (labels !== undefined && labels !== null) normal.labels = textsOf(labels);
  if (annotations !== undefined && annotations !== null) normal.annotations = textsOf(annotations);
  const owners = ownersOf(ownerReferences);
  if (owners.length > 0) normal.ownerReferences = owners;
  const writers = writersOf(managedFields, isScaled);
  if (writers.length > 0) normal.managedFields = writers;
  return normal;
}

function textsOf(value: unknown): Record<string, string> {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return {};
  const texts = Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return texts.length === Object.keys(value).length ? (value as Record<string, string>) : Object.fromEntries(texts);
}

function ownersOf(value: unknown): NonNullable<ObjectMetadata["ownerReferences"]> {
  if (!Array.isArray(value)) return [];
  return value.filter((owner) => isRecord(owner) && isText(owner.kind) && isText(owner.name));
}

/**
 * Who wrote the object and when. Which fields is a third of a dump's bytes, and the one that is asked for is the number of
 * replicas: of what has one it is kept who owns it.
 */
function writersOf(value: unknown, isScaled: boolean): Record<string, unknown>[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).map(({ fieldsV1, ...writer }) => {
    const spec = isScaled && isRecord(fieldsV1) ? fieldsV1["f:spec"] : undefined;
    if (!isRecord(spec)) return writer;
    return { ...writer, fieldsV1: { "f:spec": "f:replicas" in spec ? { "f:replicas": {} } : {} } };
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
