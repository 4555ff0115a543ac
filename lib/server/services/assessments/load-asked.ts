import "server-only";
import { leftOutOn, leftOutOnAll } from "#lib/catalog/conditions.ts";
import type { Catalog, Question } from "#lib/catalog/control.ts";
import type { AssessmentRow } from "#lib/server/db/assessments.ts";
import { newestCounts } from "#lib/server/db/snapshots.ts";
import type { Work } from "#lib/server/db/unit-of-work.ts";
import { askedQuestions } from "../workflow/asked-questions.ts";

/** A question that does not concern the clusters of an assessment, and why. */
export type LeftOutQuestion = { question: string; because: string };

export type Asked = {
  asked: readonly Question[];
  leftOut: LeftOutQuestion[];
  /** Controls that do not concern a cluster, by cluster, each with the reason. */
  byCluster: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Controls that concern no cluster. */
  onAll: ReadonlyMap<string, string>;
};

/** What an assessment asks, as its clusters are now. A question that somebody answered goes on being asked. */
export async function loadAsked(
  work: Work,
  catalog: Catalog,
  { clusters }: Pick<AssessmentRow, "clusters">,
  answered: readonly { question: string }[],
): Promise<Asked> {
  const counts = await newestCounts(
    work,
    clusters.map(({ id }) => id),
  );
  const facts = clusters.map(({ id, name, distribution }) => ({
    id,
    ...{ name, distribution, counts: counts.get(id) ?? null },
  }));
  const onAll = leftOutOnAll(facts);
  const told = new Set(answered.map(({ question }) => question));
  const isLeftOut = ({ id, control }: Question) => onAll.has(control) && !told.has(id);
  const all = askedQuestions(catalog);
  return {
    asked: all.filter((question) => !isLeftOut(question)),
    leftOut: all.filter(isLeftOut).map(({ id, control }) => ({ question: id, because: onAll.get(control) ?? "" })),
    byCluster: new Map(facts.map((each) => [each.id, leftOutOn(each)])),
    onAll,
  };
}
