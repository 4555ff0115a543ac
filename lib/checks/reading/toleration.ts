type Fields = Record<string, unknown>;

/** True when a toleration of a pod lets it onto a node with this taint. No key with Exists is every taint, no effect every effect. */
export function tolerates({ key, operator, value, effect }: Fields, taint: Fields): boolean {
  if (effect !== undefined && effect !== null && effect !== "" && effect !== taint.effect) return false;
  if (operator === "Exists") return key === undefined || key === null || key === "" || key === taint.key;
  return key === taint.key && (value ?? "") === (taint.value ?? "");
}
