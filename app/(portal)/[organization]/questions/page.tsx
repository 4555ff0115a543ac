import type { Metadata } from "next";
import { read, requireActor } from "#app/door/reader.ts";
import { ImportHistory } from "#components/own-questions/import-history.tsx";
import { ImportQuestions } from "#components/own-questions/import-questions.tsx";
import { OwnQuestionTable } from "#components/own-questions/own-question-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { formatThings } from "#lib/presentation/numbers.ts";
import { readOwnQuestions } from "#lib/server/services/own-questions/read-own-questions.ts";
import { importOwnQuestionsAction } from "./actions.ts";

export const metadata: Metadata = { title: "Own questions" };

type Props = { params: Promise<{ organization: string }> };

export default async function OwnQuestionsPage({ params }: Props) {
  const { organization } = await params;
  const { questions, imports, mayImport } = await read(readOwnQuestions(await requireActor(organization), {}));
  const asked = questions.filter(({ removed }) => !removed).length;
  return (
    <>
      <PageHeader
        title={
          asked === 0 ? "You ask what the catalogue asks" : `You ask ${formatThings(asked, "question")} of your own`
        }
        lede="What your organization asks beyond the catalogue: its own questions, under the eight dimensions or under ones of its own. They are answered, scored and planned like all others."
      />
      <div className="grid gap-12">
        {questions.length > 0 ? (
          <OwnQuestionTable questions={questions} />
        ) : (
          <EmptyState title="No questions of your own yet">
            Take a template, write your questions into it, and import it. The template holds an example of each field.
          </EmptyState>
        )}
        <Section
          title={asked > 0 ? "Change them" : "Add them"}
          lede="A file is the whole list: what it leaves out is asked no more. Answers stay."
        >
          <ImportQuestions
            templates={`/${organization}/questions`}
            hasOwn={asked > 0}
            importFile={mayImport ? importOwnQuestionsAction.bind(null, organization) : null}
          />
        </Section>
        {imports.length > 0 && (
          <Section title="Imports">
            <ImportHistory imports={imports} />
          </Section>
        )}
      </div>
    </>
  );
}
