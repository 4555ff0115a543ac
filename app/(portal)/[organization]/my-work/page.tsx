import type { Metadata } from "next";
import { read, requireActor } from "#app/door/reader.ts";
import { MyWork } from "#components/board/my-work.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { formatThings } from "#lib/presentation/numbers.ts";
import { readMyWork } from "#lib/server/services/initiatives/read-my-work.ts";

export const metadata: Metadata = { title: "Your work" };

type Props = { params: Promise<{ organization: string }> };

export default async function MyWorkPage({ params }: Props) {
  const { organization } = await params;
  const actor = await requireActor(organization);
  const { today, assessments } = await read(readMyWork(actor, {}));
  const wanted = assessments.filter((each) => amountOf(each) > 0);
  const amount = wanted.reduce((sum, each) => sum + amountOf(each), 0);
  return (
    <>
      <PageHeader
        title={
          amount > 0
            ? `${formatThings(amount, "thing")} ${amount === 1 ? "waits" : "wait"} for you`
            : "Nothing waits for you"
        }
        lede={amount > 0 ? "Initiatives that are yours, what you are asked, and risks that you answer for." : undefined}
      />
      {wanted.length > 0 ? (
        <div className="flex flex-col gap-14">
          {wanted.map((each) => (
            <MyWork
              key={each.id}
              work={each}
              today={today}
              self={actor.userId}
              href={`/${organization}/assessments/${each.id}`}
            />
          ))}
        </div>
      ) : (
        <EmptyState title="What is meant for you will stand here">
          Initiatives that you own, questions that are assigned to you, answers that were sent back, and risks that you
          answer for.
        </EmptyState>
      )}
    </>
  );
}

type Work = Awaited<ReturnType<typeof readMyWork>>["assessments"][number];

function amountOf({ initiatives, questions, changes, contradictions, alone, accepted }: Work): number {
  return initiatives.length + questions.length + changes + contradictions + alone + accepted.length;
}
