import { answerRefusal } from "#app/door/answer-refusal.ts";
import { session } from "#app/door/reader.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { standAt } from "#lib/server/services/live/stand-at.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ organization: string; assessment: string }> };

/** Takes {tab, question}: where a tab of the caller stands. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { organization, assessment } = await params;
  return answerRefusal(async () => {
    const current = await session();
    if (!current) throw new Refusal("not-signed-in", "Your session has ended.");
    const { tab, question = null } = await request.json().catch(() => ({}));
    return Response.json(await standAt({ userId: current.userId, organization }, { assessment, tab, question }));
  });
}
