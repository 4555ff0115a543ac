/** Ids that wait for each other in a ring, in order (each after the next), or null. Ids that are not there are ignored. */
export function findCycle(items: readonly { id: string; after: readonly string[] }[]): string[] | null {
  const after = new Map(items.map((item) => [item.id, item.after]));
  const done = new Set<string>();
  for (const { id } of items) {
    const cycle = walk(id, after, done);
    if (cycle) return cycle;
  }
  return null;
}

/** Depth first with a stack of its own: a chain of thousands must not overflow the engine's. */
function walk(start: string, after: ReadonlyMap<string, readonly string[]>, done: Set<string>): string[] | null {
  const path: { id: string; next: number }[] = [{ id: start, next: 0 }];
  const onPath = new Set([start]);
  for (let top = path.at(-1); top; top = path.at(-1)) {
    const before = done.has(top.id) ? undefined : after.get(top.id)?.[top.next++];
    if (before === undefined) {
      done.add(top.id);
      onPath.delete(top.id);
      path.pop();
    } else if (onPath.has(before)) {
      return path.slice(path.findIndex(({ id }) => id === before)).map(({ id }) => id);
    } else if (!done.has(before)) {
      path.push({ id: before, next: 0 });
      onPath.add(before);
    }
  }
  return null;
}
