/** Finds things by kind, namespace ("" for none) and name, without making a text of the three for each. */
export class ByName<Value> {
  private readonly kinds = new Map<string, Map<string, Map<string, Value>>>();

  get(kind: string, namespace: string | undefined, name: string): Value | undefined {
    return this.kinds
      .get(kind)
      ?.get(namespace ?? "")
      ?.get(name);
  }

  set(kind: string, namespace: string | undefined, name: string, value: Value): void {
    const namespaces = this.kinds.get(kind) ?? new Map<string, Map<string, Value>>();
    this.kinds.set(kind, namespaces);
    const names = namespaces.get(namespace ?? "") ?? new Map<string, Value>();
    namespaces.set(namespace ?? "", names);
    names.set(name, value);
  }
}
