/** True when a Calico selector names nothing: absent, empty or all(). */
export function isCalicoAll(selector: unknown): boolean {
  if (selector === undefined || selector === null) return true;
  return typeof selector === "string" && ["", "all()"].includes(selector.trim());
}

/**
 * True when a Calico selector expression matches the labels. Understands all(), has(k), !has(k), k == 'v', k != 'v',
 * k in {…}, k not in {…} and their conjunction; what it does not understand it takes for no match.
 */
export function calicoSelectorMatches(selector: unknown, labels: Record<string, string>): boolean {
  if (isCalicoAll(selector)) return true;
  if (typeof selector !== "string" || selector.length > 4096 || selector.includes("||")) return false;
  return selector.split("&&").every((term) => termMatches(term.trim(), labels));
}

function termMatches(term: string, labels: Record<string, string>): boolean {
  if (term === "all()") return true;
  const has = /^(!\s*)?has\(\s*([\w./-]+)\s*\)$/.exec(term);
  if (has?.[2]) return (labels[has[2]] !== undefined) === (has[1] === undefined);
  const equals = /^([\w./-]+)\s*(==|!=)\s*(?:'([^']*)'|"([^"]*)")$/.exec(term);
  if (equals?.[1]) return (labels[equals[1]] === (equals[3] ?? equals[4])) === (equals[2] === "==");
  const among = /^([\w./-]+)\s+(not\s+in|in)\s*\{([^}]*)\}$/.exec(term);
  if (!among?.[1]) return false;
  const values = (among[3] ?? "").split(",").map((value) => value.trim().replace(/^['"]|['"]$/g, ""));
  return values.includes(String(labels[among[1]] ?? "\u0000")) === (among[2] === "in");
}
