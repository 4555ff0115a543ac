import { session } from "#app/door/reader.ts";
import { receiveQuestionnaire } from "#lib/server/services/exchange/receive-questionnaire.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ organization: string; assessment: string }> };

/** Takes a filled-in questionnaire as the body and answers what an import would change, or what is wrong with it. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { organization, assessment } = await params;
  const current = await session();
  return receiveQuestionnaire(current && { userId: current.userId, organization }, assessment, request);
}
