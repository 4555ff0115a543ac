import { answerRefusal } from "#app/door/answer-refusal.ts";
import { session } from "#app/door/reader.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { readRun } from "#lib/server/services/roadmaps/read-run.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ organization: string; run: string }> };

/** How far a planning run is. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { organization, run } = await params;
  return answerRefusal(async () => {
    const current = await session();
    if (!current) throw new Refusal("not-signed-in", "Your session has ended.");
    return Response.json(await readRun({ userId: current.userId, organization }, { run }));
  });
}
