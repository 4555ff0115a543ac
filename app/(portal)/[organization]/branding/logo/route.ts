import { answerRefusal } from "#app/door/answer-refusal.ts";
import { session } from "#app/door/reader.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { readLogoFile } from "#lib/server/services/branding/read-logo-file.ts";
import { notFound } from "#lib/server/services/verb.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ organization: string }> };

/** The logo, of a type that was told by its content. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { organization } = await params;
  return answerRefusal(async () => {
    const current = await session();
    if (!current) throw new Refusal("not-signed-in", "Your session has ended.");
    const logo = await readLogoFile({ userId: current.userId, organization }, {});
    if (!logo) throw notFound();
    return new Response(new Uint8Array(logo.bytes), {
      headers: { "Content-Type": logo.type, "Cache-Control": "private, no-store" },
    });
  });
}
