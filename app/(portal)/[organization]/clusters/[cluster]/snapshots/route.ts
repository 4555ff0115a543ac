import { session } from "#app/door/reader.ts";
import { receiveSnapshot } from "#lib/server/services/snapshots/receive-snapshot.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ organization: string; cluster: string }> };

/** Takes a file as the body, answers lines of progress and, last, the scan's id or what was wrong. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { organization, cluster } = await params;
  const current = await session();
  return receiveSnapshot(current && { userId: current.userId, organization }, cluster, request);
}
