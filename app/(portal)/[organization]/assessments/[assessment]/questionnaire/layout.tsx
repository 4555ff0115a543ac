import type { ReactNode } from "react";
import { read, requireActor } from "#app/door/reader.ts";
import { EvidenceProvider } from "#components/attachments/evidence-provider.tsx";
import { ThreadsProvider } from "#components/threads/threads-provider.tsx";
import { readEvidence } from "#lib/server/services/attachments/read-evidence.ts";
import { readThreads } from "#lib/server/services/threads/read-threads.ts";
import { addCommandAction, addLinkAction, readEvidenceAction, withdrawEvidenceAction } from "./evidence-actions.ts";
import {
  addCommentAction,
  markMentionsReadAction,
  readThreadAction,
  resolveThreadAction,
  withdrawCommentAction,
} from "./thread-actions.ts";

type Props = { children: ReactNode; params: Promise<{ organization: string; assessment: string }> };

/** Questions within can be discussed, and evidence brought for them. */
export default async function QuestionnaireLayout({ children, params }: Props) {
  const { organization, assessment } = await params;
  const actor = await requireActor(organization);
  const view = await read(readThreads(actor, { assessment }));
  const evidence = await read(readEvidence(actor, { assessment }));
  return (
    <ThreadsProvider
      {...view}
      actions={{
        read: readThreadAction.bind(null, organization, assessment),
        add: addCommentAction.bind(null, organization, assessment),
        resolve: resolveThreadAction.bind(null, organization, assessment),
        withdraw: withdrawCommentAction.bind(null, organization, assessment),
        markRead: markMentionsReadAction.bind(null, organization, assessment),
      }}
    >
      <EvidenceProvider
        view={evidence}
        filesUrl={`/${organization}/assessments/${assessment}/evidence/files`}
        actions={{
          read: readEvidenceAction.bind(null, organization, assessment),
          addLink: addLinkAction.bind(null, organization, assessment),
          addCommand: addCommandAction.bind(null, organization, assessment),
          withdraw: withdrawEvidenceAction.bind(null, organization, assessment),
        }}
      >
        {children}
      </EvidenceProvider>
    </ThreadsProvider>
  );
}
