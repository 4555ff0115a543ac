import { session } from "#app/door/reader.ts";
import { receiveFile } from "#lib/server/services/attachments/receive-file.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ organization: string; assessment: string }> };

/** Takes a file as the body and answers the item's id, or what was wrong. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { organization, assessment } = await params;
  const current = await session();
  return receiveFile(current && { userId: current.userId, organization }, assessment, request);
}
