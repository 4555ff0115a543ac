import { recordOf, recordsOf, stringsOf } from "./entries.ts";

type Event = { what: string; verb: string; group: string; resource: string; subresource?: string };

/** What an audit log has to tell after an incident, by CIS 3.2.2: some record of it, metadata at least. */
const KEY_EVENTS: readonly Event[] = [
  { what: "reading Secrets", verb: "get", group: "", resource: "secrets" },
  { what: "reading ConfigMaps", verb: "get", group: "", resource: "configmaps" },
  { what: "reviews of tokens", verb: "create", group: "authentication.k8s.io", resource: "tokenreviews" },
  { what: "changes of pods", verb: "patch", group: "", resource: "pods" },
  { what: "changes of Deployments", verb: "patch", group: "apps", resource: "deployments" },
  { what: "commands in pods", verb: "create", group: "", resource: "pods", subresource: "exec" },
  { what: "ports forwarded to pods", verb: "create", group: "", resource: "pods", subresource: "portforward" },
  { what: "connections through pods", verb: "create", group: "", resource: "pods", subresource: "proxy" },
  { what: "connections through Services", verb: "create", group: "", resource: "services", subresource: "proxy" },
];

/** The key events of which an audit policy (audit.k8s.io) records nothing when an ordinary user causes them. */
export function missedEvents(policy: Record<string, unknown>): string[] {
  const rules = recordsOf(policy.rules).map(({ entry }) => entry);
  const missed = KEY_EVENTS.filter((event) => {
    // The first rule that matches decides; what none matches is not recorded.
    const level = rules.find((rule) => matches(rule, event))?.level;
    return level === undefined || level === "None";
  });
  return missed.map(({ what }) => what);
}

/** Rules for certain users or namespaces do not cover what anyone does anywhere. */
function matches(rule: Record<string, unknown>, event: Event): boolean {
  const { users, userGroups, namespaces, verbs, resources, nonResourceURLs } = rule;
  if (stringsOf(users).length > 0 || stringsOf(namespaces).length > 0) return false;
  if (stringsOf(userGroups).length > 0 && !stringsOf(userGroups).includes("system:authenticated")) return false;
  if (stringsOf(verbs).length > 0 && !stringsOf(verbs).includes(event.verb)) return false;
  const kinds = recordsOf(resources).map(({ entry }) => entry);
  if (kinds.length === 0) return stringsOf(nonResourceURLs).length === 0;
  return kinds.some((kind) => covers(recordOf(kind), event));
}

function covers(kind: Record<string, unknown>, { group, resource, subresource }: Event): boolean {
  if ((kind.group ?? "") !== group || stringsOf(kind.resourceNames).length > 0) return false;
  const names = stringsOf(kind.resources);
  const full = subresource === undefined ? resource : `${resource}/${subresource}`;
  const wild = subresource === undefined ? [] : [`${resource}/*`, `*/${subresource}`];
  return names.length === 0 || names.includes("*") || [full, ...wild].some((name) => names.includes(name));
}
