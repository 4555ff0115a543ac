import { answerRefusal } from "#app/door/answer-refusal.ts";
import { bodyOfChunks } from "#app/door/body-of-chunks.ts";
import { session } from "#app/door/reader.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { attachmentAs } from "#lib/evidence/items/safe-name.ts";
import { readFile } from "#lib/server/services/attachments/read-file.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ organization: string; assessment: string; item: string }> };

/** Evidence as a file to keep, never as a page: whatever it holds, no browser shows it within the portal's own origin. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { organization, assessment, item } = await params;
  return answerRefusal(async () => {
    const current = await session();
    if (!current) throw new Refusal("not-signed-in", "Sign in to read evidence.");
    const file = await readFile({ userId: current.userId, organization }, { assessment, item });
    return new Response(bodyOfChunks(file.chunks()), {
      headers: {
        "Content-Type": file.mediaType === "text/plain" ? "text/plain; charset=utf-8" : file.mediaType,
        "Content-Length": String(file.bytes),
        "Content-Disposition": attachmentAs(file.fileName),
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
        "Repr-Digest": `sha-256=:${Buffer.from(file.sha256, "hex").toString("base64")}:`,
      },
    });
  });
}
