import { readFileSync } from "node:fs";
import fc from "fast-check";
import { parse } from "yaml";
import { checkPaths } from "../../../cli/start/check-registry.ts";

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Tree = { [key: string]: Json };

/** One change to one place: `spot` picks the place, `how` the change, `seed` whatever else the change must choose. */
export type Wound = { object: number; spot: number; how: number; seed: number };
/**
 * Which groups of genuine objects a snapshot is made of, whether a running cluster printed them, whether each has a sibling
 * of another name, and what is done to them.
 */
export type Plan = { groups: number[]; wounds: Wound[]; isLive: boolean; isTwofold: boolean };

const DEMO = ["fixtures/demo/harbor-prod.json", "fixtures/demo/harbor-staging.json"];
const DEMO_GROUP = 4;

/** Groups of genuine objects: those of every case of every check, and the shipped snapshots in handfuls. */
export function genuineGroups(): Tree[][] {
  const cases = checkPaths().flatMap((path) =>
    (parse(readFileSync(`lib/checks/${path}.cases.yaml`, "utf8")) as { cases: { objects?: Tree[] }[] }).cases.map(
      ({ objects }) => objects ?? [],
    ),
  );
  const demo = DEMO.flatMap((path) => {
    const { items } = JSON.parse(readFileSync(path, "utf8")) as { items: Tree[] };
    return Array.from({ length: Math.ceil(items.length / DEMO_GROUP) }, (_, at) =>
      items.slice(at * DEMO_GROUP, (at + 1) * DEMO_GROUP),
    );
  });
  return [...cases, ...demo].filter((group) => group.length > 0);
}

/** Plans of hostile snapshots; every object of one gets a wound at least, most get more. */
export function plans(groups: number): fc.Arbitrary<Plan> {
  const wound = fc.record({ object: fc.nat(), spot: fc.nat(), how: fc.nat(), seed: fc.nat() });
  return fc.record({
    groups: fc.array(fc.nat(groups - 1), { minLength: 1, maxLength: 3 }),
    wounds: fc.array(wound, { minLength: 4, maxLength: 24 }),
    isLive: fc.boolean(),
    isTwofold: fc.boolean(),
  });
}

/** The objects of a plan, each wounded. */
export function hostileObjects(genuine: readonly Tree[][], { groups, wounds, isLive, isTwofold }: Plan): Tree[] {
  const objects = groups.flatMap((group) => structuredClone(genuine[group] ?? []));
  if (isTwofold) objects.push(...objects.map(sibling));
  if (isLive) print(objects);
  for (const [at, object] of [...objects].entries()) {
    const wound = wounds[at % wounds.length];
    if (wound) hurt(objects, object, { ...wound, spot: wound.spot + at });
  }
  for (const wound of wounds) {
    const object = objects[wound.object % objects.length];
    if (object) hurt(objects, object, wound);
  }
  return objects;
}

function sibling(object: Tree): Tree {
  const copy = structuredClone(object);
  const { metadata } = copy as { metadata?: Tree };
  if (metadata) metadata.name = `${metadata.name}-2`;
  return copy;
}

/** As an API server prints objects: with uids, and beside a node. */
function print(objects: Tree[]): void {
  objects.push({ apiVersion: "v1", kind: "Node", metadata: { name: "node" }, status: { nodeInfo: {} } });
  for (const [at, { metadata }] of objects.entries()) if (metadata) (metadata as Tree).uid ??= `uid-${at}`;
}

const LONG = 20_000;
const MANY = 3_000;

/** What stands where something else was expected. */
const JUNK: readonly Json[] = [
  ...[null, "", "x", " ", 3, 0, -1, 1.5, 1e308, 2 ** 53 + 2, true, false, "true", "100%", "-5", "1e400", "NaN"],
  ...[
    [],
    {},
    [null],
    [[]],
    [{}],
    [3],
    ["a"],
    [[[["a"]]]],
    { a: null },
    { a: { a: [] } },
    { name: 3 },
    [{ name: null }],
  ],
  // Turning these into text throws.
  ...[
    { toString: 3 },
    { toString: null, valueOf: null },
    [{ toString: "x", valueOf: "x" }],
    { length: 3 },
    { length: -1 },
  ],
  ...["\u0000", "\ud800", "\u202e", "ﬀ", "9999-99-99T99:99:99Z", "2026-01-01T00:00:00Z", "999999999999999999999999Gi"],
  ...["10.0.0.0/99", "::/0", "::ffff:1.2.3.4/200", "*", "**", "../../etc/passwd", "/", "//", "$(X)", "{{ .Values.x }}"],
  ...[
    "*/0 * * * *",
    "@every x",
    "60 24 32 13 8",
    "a@sha256:",
    ":",
    "@",
    "/:@",
    "v1.999999999999999999999",
    "https://[::1",
  ],
];

/** Names that JavaScript's own objects have, and names that none has. */
const KEYS = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf", "length", "", "then"];
const VERSIONS = ["v99", "apps/v9beta9", "example.com/v1", "/", "a/b/c", "v1", "apps/v1", "extensions/v1beta1"];
const REPEATED = ["a", "-", ".", "/", ":", "=", "0", " ", "a=", "a.", "--a ", "(", "{{", "\n", "1,", "é"];

/** One thing that can happen to a place; places whose value does not fit get junk. */
type Change = (place: Place, context: { seed: number; object: Tree; objects: Tree[] }) => void;
type Place = { holder: Json[] | Tree; key: string };

const CHANGES: readonly Change[] = [
  (place, { seed }) => put(place, pick(JUNK, seed)),
  (place, { seed }) => put(place, pick(JUNK, seed)),
  (place, { seed }) => put(place, pick(JUNK, seed)),
  (place) => put(place, null),
  ({ holder, key }) => (Array.isArray(holder) ? holder.splice(Number(key), 1) : delete holder[key]),
  (place) => put(place, [valueAt(place), valueAt(place)]),
  (place) => put(place, { [place.key]: valueAt(place) }),
  (place, { seed }) => inList(place, (list) => list.splice(seed % (list.length + 1), 0, null)),
  (place, { seed }) => inList(place, (list) => list.push(structuredClone(list[seed % list.length] ?? {}))),
  (place, { seed }) => inMap(place, (map) => define(map, pick(KEYS, seed), pick(JUNK, seed >> 4))),
  (place, { seed }) => inMap(place, (map) => define(map, pick(KEYS, seed), structuredClone(map))),
  (place, { seed }) => put(place, nested(seed % 2 === 0 ? 60 : 180, seed % 3 === 0)),
  (place, { seed }) => put(place, seed % 8 === 0 ? pick(REPEATED, seed >> 3).repeat(LONG) : pick(REPEATED, seed >> 3)),
  (place, { seed }) => (seed % 8 === 0 ? inList(place, (list) => lengthen(list)) : put(place, pick(JUNK, seed >> 3))),
  (_, { seed, object }) => put({ holder: object, key: "apiVersion" }, pick(VERSIONS, seed)),
  (_, { seed, object, objects }) => put({ holder: object, key: "kind" }, pick(objects, seed).kind ?? null),
  (_, { seed, object, objects }) => own(object, pick(objects, seed)),
  (_, { object, objects }) => objects.push(structuredClone(object)),
  (_, { seed, object, objects }) =>
    put({ holder: object, key: "spec" }, structuredClone(pick(objects, seed).spec ?? 3)),
  (_, { seed, object }) => put({ holder: object, key: "status" }, pick(JUNK, seed)),
];

function hurt(objects: Tree[], object: Tree, { spot, how, seed }: Wound): void {
  const places = placesIn(object);
  const place = places[spot % Math.max(places.length, 1)];
  if (place) pick(CHANGES, how)(place, { seed, object, objects });
}

/** Every place in the object, but what makes it one: without kind and name reading refuses it, which other tests show. */
function placesIn(object: Tree): Place[] {
  const found: Place[] = [];
  const visit = (value: Json, depth: number): void => {
    if (value === null || typeof value !== "object" || depth > 30 || found.length > 3_000) return;
    for (const key of Object.keys(value)) {
      const isIdentity =
        (value === object && /^(kind|metadata)$/.test(key)) || (value === object.metadata && key === "name");
      if (!isIdentity) found.push({ holder: value, key });
      visit((value as Tree)[key] ?? null, depth + 1);
    }
  };
  visit(object, 0);
  return found;
}

/** Two objects that say of each other that they own them; one that owns itself. */
function own(a: Tree, b: Tree): void {
  for (const [owned, owner] of [
    [a, b],
    [b, a],
  ] as const) {
    const name = (owner.metadata as Tree | undefined)?.name ?? null;
    const metadata = owned.metadata as Tree | undefined;
    if (metadata) metadata.ownerReferences = [{ kind: owner.kind ?? null, name, apiVersion: "v1", controller: true }];
  }
}

function nested(depth: number, isList: boolean): Json {
  let value: Json = "deep";
  for (let at = 0; at < depth; at++) value = isList ? [value] : { a: value };
  return value;
}

function lengthen(list: Json[]): void {
  const first = structuredClone(list[0] ?? {});
  for (let at = list.length; at < MANY; at++) list.push(at % 7 === 0 ? null : first);
}

function inList(place: Place, change: (list: Json[]) => void): void {
  const value = valueAt(place);
  if (Array.isArray(value)) change(value);
  else put(place, 3);
}

function inMap(place: Place, change: (map: Tree) => void): void {
  const value = valueAt(place);
  if (value !== null && typeof value === "object" && !Array.isArray(value)) change(value);
  else put(place, {});
}

function valueAt({ holder, key }: Place): Json {
  return structuredClone((holder as Tree)[key] ?? null);
}

function put({ holder, key }: Place, value: Json): void {
  define(holder, key, structuredClone(value));
}

/** Sets a field of its own also where JavaScript's objects have one ("__proto__"). */
function define(holder: Json[] | Tree, key: string, value: Json): void {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

function pick<T>(from: readonly T[], seed: number): T {
  return from[seed % from.length] as T;
}
