import { answerRefusal } from "#app/door/answer-refusal.ts";
import { session } from "#app/door/reader.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { readDerivation } from "#lib/server/services/assessments/read-derivation.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ organization: string; assessment: string }> };

/** How the overall score came to be, for who opens it. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { organization, assessment } = await params;
  return answerRefusal(async () => {
    const current = await session();
    if (!current) throw new Refusal("not-signed-in", "Sign in to see how this was computed.");
    return Response.json(await readDerivation({ userId: current.userId, organization }, { assessment }));
  });
}
