import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { formatThings } from "#lib/presentation/numbers.ts";

type Props = { uncharted: number; uploadHref?: string; questionnaireHref?: string };

/** No initiative yet: they are made from findings, and findings from evidence. */
export function ScorecardEmpty({ uncharted, uploadHref, questionnaireHref }: Props) {
  const nothing = uncharted > 0;
  return (
    <EmptyState
      title={nothing ? "There is nothing to weigh yet" : "No finding is open, so there is nothing to do"}
      action={
        nothing && (
          <>
            {uploadHref && (
              <ButtonLink variant="primary" href={uploadHref}>
                Upload a snapshot
              </ButtonLink>
            )}
            {questionnaireHref && <ButtonLink href={questionnaireHref}>Answer questions</ButtonLink>}
          </>
        )
      }
    >
      {nothing
        ? `${formatThings(uncharted, "control is", "controls are")} uncharted. Initiatives are made from findings, and findings from evidence: a scan or an answer.`
        : "Every control that applies is met. The next scan tells whether it stays so."}
    </EmptyState>
  );
}
