import { progressAgainstPlan } from "#lib/planning/progress-against-plan.ts";
import { drawBadge } from "#lib/report/badge.ts";
import { openShare } from "#lib/server/services/shares/open-share.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ token: string }> };

/** A picture for a wiki or a repository: what is removed, and whether the year is on plan. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const plan = await openShare((await params).token);
  if (!plan) return new Response("There is nothing here.", { status: 404 });
  const { roadmap, initiatives, progress, at } = plan;
  const { riskActualNow, daysBehind } = progressAgainstPlan(roadmap, initiatives, progress, at);
  const svg = drawBadge({ riskAtStart: roadmap.riskAtStart, riskNow: riskActualNow, daysBehind });
  return new Response(svg, { headers: { "Content-Type": "image/svg+xml", "Cache-Control": "private, no-store" } });
}
