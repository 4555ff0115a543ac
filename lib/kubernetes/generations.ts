/** Entries of one of the two generations. */
const SIZE = 1 << 16;

/** A memory with an end: what is asked for again stays, what is not makes room. */
export class Generations<Key, Value> {
  private young = new Map<Key, Value>();
  private old = new Map<Key, Value>();

  get(key: Key): Value | undefined {
    const found = this.young.get(key);
    if (found !== undefined) return found;
    const older = this.old.get(key);
    if (older !== undefined) this.set(key, older);
    return older;
  }

  set(key: Key, value: Value): void {
    if (this.young.size >= SIZE) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(key, value);
  }
}
