import type { Metadata } from "next";
import { read, requireActor } from "#app/door/reader.ts";
import { MentionList } from "#components/threads/mention-list.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { formatThings } from "#lib/presentation/numbers.ts";
import { readMentions } from "#lib/server/services/threads/read-mentions.ts";

export const metadata: Metadata = { title: "Mentions of you" };

type Props = { params: Promise<{ organization: string }> };

export default async function MentionsPage({ params }: Props) {
  const { organization } = await params;
  const { mentions, unread } = await read(readMentions(await requireActor(organization), {}));
  return (
    <>
      <PageHeader
        title={
          unread > 0
            ? `${formatThings(unread, "mention")} of you ${unread === 1 ? "waits" : "wait"} to be read`
            : mentions.length > 0
              ? "You have read every mention of you"
              : "Nobody has mentioned you yet"
        }
        lede={unread > 0 ? "A mention is read once you open its question." : undefined}
      />
      {mentions.length > 0 ? (
        <MentionList mentions={mentions} assessmentsHref={`/${organization}/assessments`} />
      ) : (
        <EmptyState title="What is meant for you will stand here">
          In the discussion of a question, members are mentioned by @ and their name.
        </EmptyState>
      )}
    </>
  );
}
