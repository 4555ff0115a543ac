import type { ReactNode } from "react";
import { read, requireActor } from "#app/door/reader.ts";
import { ThreadsProvider } from "#components/threads/threads-provider.tsx";
import { readThreads } from "#lib/server/services/threads/read-threads.ts";
import {
  addCommentAction,
  markMentionsReadAction,
  readThreadAction,
  resolveThreadAction,
  withdrawCommentAction,
} from "./thread-actions.ts";

type Props = { children: ReactNode; params: Promise<{ organization: string; assessment: string }> };

/** Questions within can be discussed. */
export default async function QuestionnaireLayout({ children, params }: Props) {
  const { organization, assessment } = await params;
  const view = await read(readThreads(await requireActor(organization), { assessment }));
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
      {children}
    </ThreadsProvider>
  );
}
