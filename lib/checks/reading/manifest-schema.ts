import type { KubernetesObject } from "#lib/kubernetes/object.ts";
import type { Fault } from "../check.ts";
import { recordOf } from "./entries.ts";
import { FIELDS, KNOWN_KINDS } from "./kubernetes-fields.ts";
import { nearest } from "./nearest-word.ts";

type Field = { required: boolean; holds: string };
type Fields = ReadonlyMap<string, Field>;

const TYPES: ReadonlyMap<string, Fields> = new Map(
  Object.entries(FIELDS).map(([type, list]) => [type, new Map(list.split(", ").map(readField))]),
);

function readField(text: string): [string, Field] {
  const [name = "", holds = "x"] = text.split(" ");
  return [name.replace("!", ""), { required: name.endsWith("!"), holds }];
}

const ALL_KINDS: ReadonlySet<string> = new Set(Object.values(KNOWN_KINDS).flat());

/** True for a kind and version whose fields are known here. */
export function isKnownKind({ apiVersion, kind }: KubernetesObject): boolean {
  return KNOWN_KINDS[apiVersion]?.includes(kind) === true;
}

/** True for a kind that this version of an API, which is known, does not have: "Deployment" of "v1". */
export function isKindOfOtherVersion({ apiVersion, kind }: KubernetesObject): boolean {
  const kinds = KNOWN_KINDS[apiVersion];
  return kinds !== undefined && !kinds.includes(kind) && ALL_KINDS.has(kind);
}

/** Where an object has fields that its kind does not have, lacks those that it must have, or holds what does not fit. */
export function schemaFaults(object: KubernetesObject): Fault[] {
  return inFields(object, object.kind, "");
}

function inFields(value: Record<string, unknown>, type: string, path: string): Fault[] {
  const fields = TYPES.get(type);
  if (!fields) return [];
  const faults: Fault[] = [];
  for (const [name, { required }] of fields)
    if (required && (value[name] === undefined || value[name] === null))
      faults.push({ field: join(path, name), message: `${place(path)} lacks the field ${name}, which it must have` });
  for (const [name, inner] of Object.entries(value)) {
    const field = fields.get(name);
    if (field) faults.push(...inValue(inner, field.holds, join(path, name)));
    // What stands at the top for a tool's own use ("x-shared") is dropped before the API server sees it.
    else if (inner !== undefined && !name.startsWith("x-")) faults.push(unknown(name, fields, path));
  }
  return faults;
}

function unknown(name: string, fields: Fields, path: string): Fault {
  const meant = nearest(name, [...fields.keys()]);
  const hint = meant === null ? "" : `; "${meant}" is one`;
  return { field: join(path, name), message: `"${name.slice(0, 60)}" is no field of ${place(path)}${hint}` };
}

function inValue(value: unknown, holds: string, path: string): Fault[] {
  if (value === null || value === undefined || holds === "x" || isTemplated(value)) return [];
  if (holds.startsWith("[]")) {
    if (!Array.isArray(value)) return [misfit(path, "a list", value)];
    return value.flatMap((each, at) => inValue(each, holds.slice(2), `${path}[${at}]`));
  }
  if (holds.startsWith("{}")) {
    if (!isMap(value)) return [misfit(path, "a map", value)];
    // Keys may hold dots, so the fault stands at the map.
    return Object.entries(value).flatMap(([key, each]) =>
      inValue(each, holds.slice(2), path).map((fault) => ({
        ...fault,
        message: `${fault.message} (key "${key.slice(0, 80)}")`,
      })),
    );
  }
  const scalar = SCALARS[holds];
  if (scalar) return scalar.types.includes(typeof value) ? [] : [misfit(path, scalar.name, value)];
  return isMap(value) ? inFields(recordOf(value), holds, path) : [misfit(path, "a map", value)];
}

const SCALARS: Readonly<Record<string, { types: readonly string[]; name: string }>> = {
  s: { types: ["string"], name: "a text" },
  n: { types: ["number"], name: "a number" },
  b: { types: ["boolean"], name: "true or false" },
  i: { types: ["number", "string"], name: "a number or a text" },
  q: { types: ["number", "string"], name: "a quantity" },
};

/** True for a text that Helm, envsubst or the like have yet to fill in: it has no type and no letters of its own. */
export function isTemplated(value: unknown): boolean {
  return typeof value === "string" && /\{\{|\$[{(]/.test(value);
}

function isMap(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function misfit(path: string, wanted: string, value: unknown): Fault {
  return { field: path, message: `${path} holds ${inWords(value)}, where ${wanted} belongs` };
}

function inWords(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "string") return "a text";
  return typeof value === "number" ? "a number" : typeof value === "boolean" ? "true or false" : "a map";
}

function join(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}

function place(path: string): string {
  return path === "" ? "the object" : path;
}
