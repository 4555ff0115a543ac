import type { ReactNode } from "react";
import { read, requireActor } from "#app/door/reader.ts";
import { StateLine } from "#components/workflow/state-line.tsx";
import { readState } from "#lib/server/services/workflow/read-state.ts";

type Props = { children: ReactNode; params: Promise<{ organization: string; assessment: string }> };

/** An assessment's stations share their frame: how far it is, and room between their parts. */
export default async function AssessmentLayout({ children, params }: Props) {
  const { organization, assessment } = await params;
  const { state, signature } = await read(readState(await requireActor(organization), { assessment }));
  return (
    <div className="grid gap-10 [&>header]:mb-0">
      <div className="-mb-8">
        <StateLine
          state={state}
          signature={signature}
          reviewHref={`/${organization}/assessments/${assessment}/review`}
        />
      </div>
      {children}
    </div>
  );
}
