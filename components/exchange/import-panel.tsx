"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { useOutcome } from "#components/forms/use-outcome.ts";
import { Button } from "#components/ui/button.tsx";
import { ErrorNotice } from "#components/ui/error-notice.tsx";
import type { Outcome } from "#lib/contracts/refusal.ts";
import { formatThings } from "#lib/presentation/numbers.ts";
import { ChooseFile } from "./choose-file.tsx";
import { compareFile } from "./compare-file.ts";
import { ComparedBoard } from "./compared-board.tsx";
import { answersToImport, type Choice, type ComparedFile, type ComparedRow, firstChoice } from "./compared-file.ts";

type Chosen = { fileName: string; sha256: string; answers: ReturnType<typeof answersToImport> };
type Props = {
  /** Where a file is compared: ".../exchange/compare". */
  compareUrl: string;
  importAnswers: (chosen: Chosen) => Promise<Outcome<{ imported: number }>>;
};

/** A file that comes back: compared first, then decided about, then stored, all of it or nothing. */
export function ImportPanel({ compareUrl, importAnswers }: Props) {
  const router = useRouter();
  const [source, setSource] = useState<File | null>(null);
  const [file, setFile] = useState<ComparedFile | null>(null);
  const [error, setError] = useState<{ title: string; detail: string } | null>(null);
  const [comparing, setComparing] = useState(false);
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({});
  const { run, refused, pending } = useOutcome<{ imported: number }>(({ imported }) => {
    toast(`${formatThings(imported, "answer")} imported`);
    setFile(null);
    setSource(null);
    router.refresh();
  });
  const compare = async (next: File | undefined | null) => {
    if (!next || comparing) return;
    setComparing(true);
    setError(null);
    const compared = await compareFile(compareUrl, next);
    setComparing(false);
    setSource(next);
    setChoices({});
    setFile("done" in compared ? compared.done : null);
    setError("error" in compared ? compared.error : null);
  };
  const choiceOf = (row: ComparedRow) => choices[row.question] ?? firstChoice(row);
  const choose = (questions: readonly string[], choice: Choice) =>
    setChoices((before) => ({ ...before, ...Object.fromEntries(questions.map((question) => [question, choice])) }));
  if (!file)
    return (
      <div className="grid gap-3">
        {error && <ErrorNotice title={error.title} detail={error.detail} />}
        <ChooseFile pending={comparing} onFile={compare} />
      </div>
    );
  const answers = answersToImport(file.rows, choiceOf);
  const open = file.rows.filter((row) => choiceOf(row) === null).length;
  return (
    <div className="grid gap-8 pt-4">
      <ComparedBoard file={file} choiceOf={choiceOf} onChoose={choose} />
      <div className="sticky bottom-0 -mx-1 grid gap-3 border-hairline border-t bg-surface px-1 py-4">
        {refused && (
          <ErrorNotice
            title={refused.message}
            detail={refused.detail}
            action={refused.code === "conflict" && <Button onClick={() => compare(source)}>Compare again</Button>}
          />
        )}
        <div className="flex flex-wrap items-center gap-3">
          <Button
            variant="primary"
            pending={pending}
            disabled={open > 0 || answers.length === 0}
            onClick={() => run(() => importAnswers({ fileName: file.fileName, sha256: file.sha256, answers }))}
          >
            {pending ? "Storing" : `Import ${formatThings(answers.length, "answer")}`}
          </Button>
          <Button variant="quiet" onClick={() => setFile(null)}>
            Choose another file
          </Button>
          <p role="status" className="text-muted">
            {sayWhatWaits(open, answers.length)}
          </p>
        </div>
      </div>
    </div>
  );
}

function sayWhatWaits(open: number, answers: number): string {
  if (open > 0) return `${formatThings(open, "answer")} ${open === 1 ? "waits" : "wait"} for your decision.`;
  return answers === 0 ? "There is nothing to import from this file." : "";
}
