import type { z } from "zod";
import { answerRefusal } from "#app/door/answer-refusal.ts";
import { session } from "#app/door/reader.ts";
import type { PlanTry } from "#lib/contracts/inputs.ts";
import { Refusal } from "#lib/contracts/refusal.ts";
import { tryPlan } from "#lib/server/services/roadmaps/try-plan.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ organization: string; assessment: string }> };

/** Takes {capacity, budget}: the year as it would be with them. No server action, because those wait for each other. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { organization, assessment } = await params;
  return answerRefusal(async () => {
    const current = await session();
    if (!current) throw new Refusal("not-signed-in", "Your session has ended.");
    const { capacity, budget }: Partial<z.input<typeof PlanTry>> = (await request.json().catch(() => null)) ?? {};
    const input = { assessment, capacity, budget } as z.input<typeof PlanTry>;
    return Response.json(await tryPlan({ userId: current.userId, organization }, input));
  });
}
