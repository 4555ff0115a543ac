"use client";

import { FileDown } from "lucide-react";
import { toast } from "sonner";
import { OutcomeForm } from "#components/forms/outcome-form.tsx";
import { FileField } from "#components/own-questions/file-field.tsx";
import type { Outcome } from "#lib/contracts/refusal.ts";
import { formatThings } from "#lib/presentation/numbers.ts";

type Imported = { added: number; changed: number; removed: number };
type Props = {
  /** Where the files are, each under its format. */
  templates: string;
  hasOwn: boolean;
  /** Null: not offered. */
  importFile: ((fields: FormData) => Promise<Outcome<Imported>>) | null;
};

const FORMATS = [
  ["xlsx", "Excel"],
  ["yaml", "YAML"],
  ["json", "JSON"],
] as const;

/** Take the questions as a file, change them, bring them back. */
export function ImportQuestions({ templates, hasOwn, importFile }: Props) {
  return (
    <div className="grid gap-6">
      <p className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <span className="text-muted">{hasOwn ? "Take them as" : "Take a template as"}</span>
        {FORMATS.map(([format, name]) => (
          <a
            key={format}
            href={`${templates}/${format}`}
            download
            className="inline-flex min-h-6 items-center gap-1.5 text-accent underline decoration-accent/40 underline-offset-[3px]"
          >
            <FileDown aria-hidden size={16} />
            {name}
          </a>
        ))}
      </p>
      {importFile && (
        <OutcomeForm
          action={importFile}
          onDone={({ added, changed, removed }) =>
            toast(`${formatThings(added, "question")} added, ${changed} changed, ${removed} asked no more`)
          }
          submit="Import the file"
          submitting="Importing"
        >
          {(errors) => (
            <FileField
              label="File"
              name="file"
              accept=".json,.yaml,.yml,.xlsx"
              hint="JSON, YAML or XLSX, at most 800 kB"
              required
              error={errors.content ?? errors.fileName}
            />
          )}
        </OutcomeForm>
      )}
    </div>
  );
}
