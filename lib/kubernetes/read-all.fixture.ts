import type { LocatedObject, Unreadable } from "./object.ts";
import { readObjects } from "./read-objects.ts";

export type All = { objects: LocatedObject[]; unreadable: Unreadable[]; versions: string[] };

export async function readBytes(bytes: Uint8Array, size = bytes.length): Promise<All> {
  const all: All = { objects: [], unreadable: [], versions: [] };
  const chunks = async function* () {
    for (let at = 0; at < bytes.length; at += Math.max(size, 1)) yield bytes.slice(at, at + size);
  };
  for await (const reading of readObjects("file", chunks())) {
    if ("object" in reading) all.objects.push(reading.object);
    else if ("unreadable" in reading) all.unreadable.push(reading.unreadable);
    else all.versions.push(reading.version);
  }
  return all;
}

export const read = (text: string) => readBytes(new TextEncoder().encode(text));
export const told = ({ objects }: All) =>
  objects.map(({ object, at }) => `${object.kind} ${object.metadata.name} ${at.document}:${at.line}`);
export const reasons = ({ unreadable }: All) => unreadable.map(({ reason }) => reason);
