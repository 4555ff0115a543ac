"use client";
import { useRouter } from "next/navigation";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Section } from "#components/ui/section.tsx";
import type { Outcome } from "#lib/contracts/refusal.ts";
import type { ExceptionLine } from "./exception-cells.tsx";
import { ExceptionForm, type ProposedScope } from "./exception-form.tsx";
import { ExceptionTable } from "./exception-table.tsx";

type Props = {
  view: {
    exceptions: readonly ExceptionLine[];
    members: readonly { id: string; name: string }[];
    checks: readonly { id: string; title: string }[];
    today: string;
    self: string;
  };
  checksHref: string;
  /** What a result proposed to accept. */
  proposed: ProposedScope;
  /** Null: this person may look, and not accept. */
  accept: ((fields: FormData) => Promise<Outcome<unknown>>) | null;
  end: (exception: string) => Promise<Outcome<unknown>>;
};

/** Who answers for what, how much of the newest scan that covers, and the form that adds one. */
export function ExceptionsView({ view, checksHref, proposed, accept, end }: Props) {
  const router = useRouter();
  return (
    <>
      {view.exceptions.length > 0 ? (
        <ExceptionTable lines={view.exceptions} checksHref={checksHref} end={accept ? end : null} />
      ) : (
        <EmptyState title="Every fault of this cluster is planned">
          Where one has to stay for a while, somebody can answer for it: with a reason and a day on which it ends.
        </EmptyState>
      )}
      {accept ? (
        <Section
          id="accept"
          title="Accept an exception"
          lede={'Leave kind, namespace or name empty to cover all of them; "*" stands for any characters.'}
        >
          <ExceptionForm
            key={view.exceptions.length}
            {...view}
            proposed={proposed}
            accept={accept}
            onDone={() => router.replace(window.location.pathname)}
          />
        </Section>
      ) : null}
    </>
  );
}
