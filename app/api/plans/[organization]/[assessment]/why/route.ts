import { answerRefusal } from "#app/door/answer-refusal.ts";
import { session } from "#app/door/reader.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { askWhyNotSooner } from "#lib/server/services/roadmaps/why-not-sooner.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ organization: string; assessment: string }> };

/** ?initiative=<id>: why it is not done sooner. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { organization, assessment } = await params;
  const initiative = new URL(request.url).searchParams.get("initiative") ?? "";
  return answerRefusal(async () => {
    const current = await session();
    if (!current) throw new Refusal("not-signed-in", "Your session has ended.");
    return Response.json(await askWhyNotSooner({ userId: current.userId, organization }, { assessment, initiative }));
  });
}
