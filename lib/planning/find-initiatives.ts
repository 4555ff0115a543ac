import type { Catalog, Remedy, Skill } from "#lib/catalog/control.ts";
import { LAYERS } from "#lib/catalog/framework.ts";
import { isWhollyAccepted } from "#lib/scoring/accept-findings.ts";
import type { Finding } from "#lib/scoring/finding.ts";
import { effortOf } from "./effort.ts";
import type { Effort, Initiative, Unestimated } from "./initiative.ts";
import type { Learned } from "./learn-effort.ts";
import { withoutDust } from "./objective.ts";
import { type OwnInitiative, withOwnInitiatives } from "./own-initiative.ts";
import { withQuadrants } from "./quadrant.ts";

/** What a person set instead of the computed effort, by initiative id. */
export type EffortOverrides = ReadonlyMap<string, NonNullable<Effort["override"]>>;

/** What people set, what earlier work taught about each skill, and the work that people added. */
export type KnownEfforts = {
  overrides?: EffortOverrides;
  learned?: Partial<Record<Skill, Learned>>;
  own?: readonly OwnInitiative[];
};

/** What is to be done, and what of it nobody has estimated: no plan can hold that yet. */
export type FoundWork = { initiatives: Initiative[]; unestimated: Unestimated[] };

/** The initiatives of `findWork`. */
export function findInitiatives(
  catalog: Catalog,
  findings: readonly Finding[],
  known: KnownEfforts = {},
): Initiative[] {
  return findWork(catalog, findings, known).initiatives;
}

/**
 * One initiative for each remedy that closes a charted finding, over all clusters, and for each piece of own work that closes one
 * or has risk points of its own. Its risk is the sum of those and of the points of its findings; its effort grows with the things
 * that are affected. Uncharted findings wait until something is known, and those that are accepted as a whole until an exception
 * ends. Own work that nobody has estimated or set an effort of stands apart.
 * Most risk first, then outer layers, then the id.
 */
export function findWork(shipped: Catalog, findings: readonly Finding[], known: KnownEfforts = {}): FoundWork {
  const ownWork = new Map((known.own ?? []).map((each) => [each.id, each]));
  const catalog = withOwnInitiatives(shipped, known.own ?? []);
  const charted = Map.groupBy(
    findings.filter((finding) => finding.maturity !== null && !isWhollyAccepted(finding)),
    (finding) => finding.control,
  );
  const present = new Map(
    catalog.remedies.map((remedy) => [remedy.id, remedy.closes.flatMap((control) => charted.get(control) ?? [])]),
  );
  // Own work that replaces remedies is done with them; what stands alone is there until it is taken away.
  const stands = (own: OwnInitiative | undefined) => own !== undefined && (own.risk > 0 || own.replaces.length === 0);
  const isThere = (id: string) => (present.get(id) ?? []).length > 0 || stands(ownWork.get(id));
  const found = catalog.remedies.flatMap((remedy) => {
    if (!isThere(remedy.id)) return [];
    const initiative = toInitiative(catalog, remedy, present.get(remedy.id) ?? [], known);
    const after = prerequisites(catalog, remedy, isThere);
    return [withOwnFacts({ ...initiative, after }, ownWork.get(remedy.id))];
  });
  const lacks = ({ id, effort }: Initiative) => ownWork.get(id)?.estimate === null && effort.override === null;
  return {
    initiatives: withQuadrants(found.filter((each) => !lacks(each))).toSorted(byRisk),
    unestimated: found.filter(lacks).toSorted(byRisk).map(withoutEffort),
  };
}

function byRisk(a: Initiative, b: Initiative): number {
  return b.risk - a.risk || LAYERS.indexOf(a.layer) - LAYERS.indexOf(b.layer) || (a.id < b.id ? -1 : 1);
}

function withoutEffort({ effort: _, quadrant: __, phase: ___, ...rest }: Initiative): Unestimated {
  return rest;
}

function withOwnFacts(initiative: Initiative, own: OwnInitiative | undefined): Initiative {
  if (!own) return initiative;
  const { effort, dimensions, findings } = initiative;
  return {
    ...initiative,
    layer: own.layer,
    dimensions: findings.length > 0 ? dimensions : [own.dimension],
    risk: withoutDust(initiative.risk + own.risk),
    ...(own.skills[0] && { skill: own.skills[0] }),
    // Nobody estimated it: what was set is all that is known.
    effort: own.estimate ? effort : { ...effort, ...setAlone(effort.days) },
    own: { by: own.by, reason: own.reason, risk: own.risk },
  };
}

function setAlone(days: number) {
  return { optimistic: days, likely: days, pessimistic: days, computed: days, how: "set by hand, without an estimate" };
}

function toInitiative(
  catalog: Catalog,
  remedy: Remedy,
  findings: Finding[],
  { overrides = new Map(), learned = {} }: KnownEfforts,
): Initiative {
  const things = countThings(remedy.thing, findings);
  const layers = findings.map((finding) => LAYERS.indexOf(finding.layer));
  const { id, title, thing, steps, riskOfDoing, rollback, verifiedBy } = remedy;
  const checks = new Set(
    catalog.controls
      .filter((control) => findings.some((finding) => finding.control === control.id))
      .flatMap((control) => control.checks),
  );
  return {
    id,
    remedy: id,
    title,
    layer: LAYERS[Math.min(...layers)] ?? remedy.layer,
    concerns: [...new Set(findings.flatMap(({ concern }) => (concern ? [concern] : [])))],
    dimensions: [...new Set(findings.map(({ dimension }) => dimension))],
    findings: findings.map((finding) => finding.id),
    clusters: [...new Set(findings.map(({ clusterId }) => clusterId))],
    risk: withoutDust(findings.reduce((sum, { risk }) => sum + risk.points, 0)),
    effort: effortOf(remedy, things, overrides.get(id) ?? null, learned[mainSkill(remedy)] ?? null),
    skill: mainSkill(remedy),
    things,
    thing,
    after: [],
    steps,
    riskOfDoing,
    rollback,
    // Only what is about the findings at hand: the remedy's other checks pass already and would prove nothing.
    verifiedBy: verifiedBy.filter((check) => checks.has(check)),
    quadrant: "fill in",
    phase: null,
  };
}

/**
 * Things to touch: the distinct resources that fail, cluster by cluster. Of each finding the count and a sample are known,
 * and the findings of one remedy meet on the same workloads: so on each cluster the largest count, or all that the samples
 * name where that is more; at least one where only testimony speaks. Where the thing is the cluster itself, clusters.
 */
function countThings(thing: string, findings: readonly Finding[]): number {
  const byCluster = Map.groupBy(findings, ({ clusterId }) => clusterId);
  if (thing === "cluster") return byCluster.size;
  return [...byCluster.values()].reduce((sum, own) => {
    const named = new Set(
      own.flatMap(({ sample }) =>
        sample.map(({ resource }) => JSON.stringify([resource.kind, resource.namespace, resource.name])),
      ),
    );
    return sum + Math.max(1, named.size, ...own.map(({ affected, accepted }) => affected - (accepted?.resources ?? 0)));
  }, 0);
}

/** Prerequisites that are needed here: one without findings is done already, and its own prerequisites take its place. */
function prerequisites(catalog: Catalog, remedy: Remedy, isThere: (id: string) => boolean): string[] {
  const needed = new Set<string>();
  const seen = new Set<string>();
  const visit = (id: string) => {
    if (seen.has(id)) return;
    seen.add(id);
    if (isThere(id)) needed.add(id);
    else for (const before of catalog.remedies.find((each) => each.id === id)?.after ?? []) visit(before);
  };
  for (const id of remedy.after) visit(id);
  return [...needed].sort();
}

function mainSkill({ skills }: Remedy): Skill {
  const [first] = Object.entries(skills).toSorted(([, a], [, b]) => (b ?? 0) - (a ?? 0));
  return (first?.[0] ?? "platform") as Skill;
}
