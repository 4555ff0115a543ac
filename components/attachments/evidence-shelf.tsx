"use client";

import { Paperclip } from "lucide-react";
import { type DragEvent, useId, useState } from "react";
import { useQuestionKeys } from "#components/questionnaire/use-question-keys.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { AddEvidenceDialog } from "./add-evidence-dialog.tsx";
import type { EvidenceLine } from "./evidence-data.ts";
import { EvidenceEntry } from "./evidence-entry.tsx";
import { useEvidence } from "./evidence-provider.tsx";
import { sayBacking } from "./say-backing.ts";
import { WithdrawDialog } from "./withdraw-dialog.tsx";

type Props = {
  question: string;
  /** ISO time of the answer; null: there is none. */
  answeredAt: string | null;
};

/** What was brought for a question, and the way to bring more. Nothing where the page knows of no evidence. */
export function EvidenceShelf(props: Props) {
  const known = useEvidence();
  return known && <OfQuestion key={props.question} {...props} known={known} />;
}

type Known = NonNullable<ReturnType<typeof useEvidence>>;

function OfQuestion({ question, answeredAt, known }: Props & { known: Known }) {
  const { view, filesUrl, reload } = known;
  const actions = view.mayAdd ? known.actions : null;
  const [adding, setAdding] = useState<{ dropped: File | null } | null>(null);
  const heading = useId();
  const items = view.items.filter((item) => item.question === question);
  const here = items.filter(({ standing }) => standing !== "withdrawn");
  const backing = sayBacking(answeredAt, items, view);
  useQuestionKeys((key) => {
    if (key.toLowerCase() !== "e" || !actions) return false;
    setAdding({ dropped: null });
    return true;
  });
  const drop = dropTarget(actions !== null, (dropped) => setAdding({ dropped }));
  return (
    <section
      aria-labelledby={heading}
      {...drop}
      className="flex flex-col gap-2 border-hairline border-t pt-4 print:hidden"
    >
      <div className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-2">
        <h3 id={heading} className="flex items-center gap-2 font-strong">
          <Paperclip aria-hidden size={16} className="text-muted" />
          Evidence
        </h3>
        {here.length > 0 && <Badge>{here.length}</Badge>}
        <span className="flex-1" />
        {actions && (
          <Button size="small" aria-keyshortcuts="E" onClick={() => setAdding({ dropped: null })}>
            Add evidence
            <kbd className="font-sans text-muted text-xs">E</kbd>
          </Button>
        )}
      </div>
      {backing && <p className="text-muted">{backing}</p>}
      {items.length > 0 && <Entries items={items} actions={actions} known={known} />}
      {actions && items.length === 0 && (
        <p className="text-muted text-xs">
          A file, a link, or a command with what it printed. Files can be dropped here.
        </p>
      )}
      {actions && (
        <AddEvidenceDialog
          {...{ question, view, actions, filesUrl }}
          key={adding?.dropped?.name}
          dropped={adding?.dropped ?? null}
          open={adding !== null}
          onOpenChange={(open) => setAdding(open ? { dropped: null } : null)}
          onAdded={() => {
            setAdding(null);
            void reload();
          }}
        />
      )}
    </section>
  );
}

/** What speaks, then what has ended or was withdrawn. */
function Entries({
  items,
  actions,
  known,
}: { items: readonly EvidenceLine[] } & { actions: Known["actions"]; known: Known }) {
  const { filesUrl, reload } = known;
  const order = { valid: 0, ended: 1, withdrawn: 2 };
  return (
    <ul className="divide-y divide-hairline">
      {items
        .toSorted((a, b) => order[a.standing] - order[b.standing])
        .map((item) => (
          <EvidenceEntry
            key={item.id}
            item={item}
            href={`${filesUrl}/${item.id}`}
            withdraw={
              actions && !item.withdrawn ? (
                <WithdrawDialog item={item} withdraw={actions.withdraw} onDone={() => void reload()} />
              ) : null
            }
          />
        ))}
    </ul>
  );
}

/** Takes a file that is dropped on the section; the button does the same. */
function dropTarget(takes: boolean, onDrop: (file: File) => void) {
  if (!takes) return {};
  return {
    onDragOver: (event: DragEvent) => event.preventDefault(),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      const file = event.dataTransfer.files[0];
      if (file) onDrop(file);
    },
  };
}
