import type { ReactNode } from "react";
import { read, requireActor } from "#app/door/reader.ts";
import { EvidenceProvider } from "#components/attachments/evidence-provider.tsx";
import { readEvidence } from "#lib/server/services/attachments/read-evidence.ts";

type Props = { children: ReactNode; params: Promise<{ organization: string; assessment: string }> };

/** Whoever reviews an answer sees what was brought for it. */
export default async function ReviewLayout({ children, params }: Props) {
  const { organization, assessment } = await params;
  const view = await read(readEvidence(await requireActor(organization), { assessment }));
  const filesUrl = `/${organization}/assessments/${assessment}/evidence/files`;
  return (
    <EvidenceProvider view={view} filesUrl={filesUrl} actions={null}>
      {children}
    </EvidenceProvider>
  );
}
