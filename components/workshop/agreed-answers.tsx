"use client";

import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { useOutcome } from "#components/forms/use-outcome.ts";
import { Button } from "#components/ui/button.tsx";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import { Section } from "#components/ui/section.tsx";
import type { Outcome } from "#lib/contracts/refusal.ts";
import { formatThings } from "#lib/presentation/numbers.ts";
import { SidesOfAnswer } from "./sides-of-answer.tsx";
import type { ComparedQuestion } from "./workshop-data.ts";

export type Adopt = () => Promise<Outcome<{ adopted: string[] }>>;

/** What everybody said alike: one press takes it as the answers; until then it is none. */
export function AgreedAnswers({ agreed, adopt }: { agreed: readonly ComparedQuestion[]; adopt: Adopt | null }) {
  const router = useRouter();
  const { run, refused, pending } = useOutcome<{ adopted: string[] }>(({ adopted }) => {
    toast(`${formatThings(adopted.length, "answer")} adopted`);
    router.refresh();
  });
  const open = agreed.filter(({ settled }) => !settled).length;
  return (
    <Section
      title={`${formatThings(agreed.length, "question")} answered alike`}
      level={3}
      lede={
        open > 0
          ? `${open === agreed.length ? "None" : `${agreed.length - open}`} of them ${open === agreed.length ? "is" : "are"} an answer of the assessment yet. Who adopts them answers for them, and somebody else reviews.`
          : "All of them are answers of the assessment."
      }
      aside={
        adopt &&
        open > 0 && (
          <Button variant="primary" pending={pending} onClick={() => run(adopt)}>
            {pending ? "Adopting" : `Adopt ${formatThings(open, "agreed answer")}`}
          </Button>
        )
      }
    >
      {refused && <ErrorNotice title={refused.message} detail={refused.detail} />}
      <details className="rounded-panel border border-hairline px-4 py-2.5">
        <summary className="min-h-6 cursor-pointer">Show what was said</summary>
        <ul className="mt-3 divide-y divide-hairline">
          {agreed.map((question) => (
            <li key={question.id} className="flex flex-col gap-3 py-4">
              <p className="font-strong">{question.asks}</p>
              <SidesOfAnswer question={question} />
            </li>
          ))}
        </ul>
      </details>
    </Section>
  );
}
