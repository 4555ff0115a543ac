import "server-only";
import type { Work } from "./unit-of-work.ts";

/** Which versions of which rows an assessment's standing follows from. */
export type StandingVersion = { assessment: string; versions: string };

/**
 * The newest assessments with a digest over everything that their standing, roadmap and progress are made of. It names each
 * row with the transaction that wrote it (xmin), so no column can be forgotten: another digest as soon as a row is added,
 * changed or removed, the same one as long as none is. It means something within one database only; never store it.
 */
export async function listStandingVersions(work: Work, most: number): Promise<StandingVersion[]> {
  return work.$queryRaw<StandingVersion[]>`
    select a.id as assessment, md5(concat_ws('|', a.xmin,
      (select string_agg(concat_ws(' ', c.id, c.xmin, of.xmin, last.id, last.xmin), ',' order by c.id)
         from assessment_clusters of
         join clusters c on c.organization_id = of.organization_id and c.id = of.cluster_id
         left join lateral (
           select s.id, s.xmin from scans s
           where s.organization_id = c.organization_id and s.cluster_id = c.id
           order by s.at desc, s.id desc limit 1) last on true
         where of.organization_id = a.organization_id and of.assessment_id = a.id),
      'exceptions', (select string_agg(concat_ws(' ', e.id, e.xmin), ',' order by e.id)
         from assessment_clusters of
         join exceptions e on e.organization_id = of.organization_id and e.cluster_id = of.cluster_id
         where of.organization_id = a.organization_id and of.assessment_id = a.id),
      'answers', (select string_agg(concat_ws(' ', w.id, w.xmin), ',' order by w.id) from answers w
         where w.organization_id = a.organization_id and w.assessment_id = a.id),
      'overrides', (select string_agg(concat_ws(' ', o.of, o.subject, o.xmin), ',' order by o.of, o.subject)
         from overrides o where o.organization_id = a.organization_id and o.assessment_id = a.id),
      'decisions', (select string_agg(concat_ws(' ', d.cluster_id, d.control, d.number), ',' order by d.cluster_id, d.control, d.number)
         from contradiction_decisions d where d.organization_id = a.organization_id and d.assessment_id = a.id),
      'roadmap', (select concat_ws(' ', r.id, r.xmin) from roadmaps r
         where r.organization_id = a.organization_id and r.assessment_id = a.id order by r.version desc limit 1),
      'approved', (select max(v.version) from roadmap_approvals v
         where v.organization_id = a.organization_id and v.assessment_id = a.id),
      'progress', (select string_agg(concat_ws(' ', p.initiative_id, p.xmin), ',' order by p.initiative_id)
         from initiative_progress p where p.organization_id = a.organization_id and p.assessment_id = a.id),
      'took', (select string_agg(concat_ws(' ', t.assessment_id, t.initiative_id, t.xmin), ',' order by t.assessment_id, t.initiative_id)
         from initiative_progress t where t.organization_id = a.organization_id and t.actual_days is not null)
    )) as versions
    from assessments a order by a.starts_on desc, a.created_at desc, a.id limit ${most}`;
}
