type Requirement = { key?: unknown; operator?: unknown; values?: unknown };

/** Whether a LabelSelector matches labels. An empty selector matches everything; anything malformed matches nothing. */
export function labelSelectorMatches(selector: unknown, labels: Record<string, string> | undefined): boolean {
  if (selector === null || typeof selector !== "object" || Array.isArray(selector)) return false;
  const { matchLabels, matchExpressions } = selector as { matchLabels?: unknown; matchExpressions?: unknown };
  if (matchLabels !== undefined && matchLabels !== null && !labelsMatch(matchLabels, labels)) return false;
  if (matchExpressions === undefined || matchExpressions === null) return true;
  return (
    Array.isArray(matchExpressions) &&
    matchExpressions.every((requirement) => requirementHolds(requirement, labels ?? {}))
  );
}

/** Whether every wanted label is there with its value: the plain selector of Services and ReplicationControllers. */
export function labelsMatch(wanted: unknown, labels: Record<string, string> | undefined): boolean {
  if (wanted === null || typeof wanted !== "object" || Array.isArray(wanted)) return false;
  return Object.entries(wanted).every(([key, value]) => labels?.[key] === value);
}

function requirementHolds(requirement: unknown, labels: Record<string, string>): boolean {
  const { key, operator, values } = (requirement ?? {}) as Requirement;
  if (typeof key !== "string") return false;
  const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
  const listed = Array.isArray(values) && values.includes(value);
  if (operator === "In") return value !== undefined && listed;
  if (operator === "NotIn") return value === undefined || !listed;
  if (operator === "Exists") return value !== undefined;
  return operator === "DoesNotExist" && value === undefined;
}
