import type { Metadata } from "next";
import { read, requireActor } from "#app/door/reader.ts";
import { ExportLinks } from "#components/exchange/export-links.tsx";
import { ImportPanel } from "#components/exchange/import-panel.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { readExchange } from "#lib/server/services/exchange/read-exchange.ts";
import { importAnswersAction } from "./actions.ts";

export const metadata: Metadata = { title: "Fill in offline" };

export default async function ExchangePage({
  params,
}: {
  params: Promise<{ organization: string; assessment: string }>;
}) {
  const { organization, assessment: id } = await params;
  const view = await read(readExchange(await requireActor(organization), { assessment: id }));
  const home = `/${organization}/assessments`;
  const base = `${home}/${id}/exchange`;
  return (
    <>
      <PageHeader
        crumbs={[
          { title: "Assessments", href: home },
          { title: view.assessment.name, href: `${home}/${id}` },
          { title: "Questionnaire", href: `${home}/${id}/questionnaire` },
          { title: "Fill in offline" },
        ]}
        title="Take the questionnaire with you, and bring it back"
        lede={`${view.answered} of ${view.questions} questions are answered. The file holds all of them with what is answered so far.`}
      />
      {view.mayExport && (
        <Section
          title="Take it with you"
          lede="In the workbook, the coloured columns are yours to fill in: level, comment, confidence. Everything else is locked."
        >
          <ExportLinks base={base} />
        </Section>
      )}
      <Section
        title="Bring it back"
        lede="Answers are compared one by one with what the portal says now. Where somebody answered meanwhile, you see both and decide; nobody's answer is overwritten unseen, and a blank row deletes nothing."
      >
        {view.mayImport ? (
          <ImportPanel
            compareUrl={`${base}/compare`}
            importAnswers={importAnswersAction.bind(null, organization, id)}
          />
        ) : (
          <p className="text-muted">Answers are closed to you: your role reads them, or this assessment is accepted.</p>
        )}
      </Section>
    </>
  );
}
