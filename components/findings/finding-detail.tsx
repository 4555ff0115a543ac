import type { SaveOverride } from "#components/scorecard/override-form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Section } from "#components/ui/section.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { Contradiction, Evidence } from "#lib/evidence/evidence.ts";
import type { Initiative } from "#lib/planning/initiative.ts";
import { sayAccepted } from "#lib/presentation/sentences-of-findings.ts";
import type { Finding } from "#lib/scoring/finding.ts";
import { EvidenceList, SampleTable } from "./evidence-list.tsx";
import { FindingRisk } from "./finding-risk.tsx";

type Props = {
  view: {
    finding: Finding;
    evidence: readonly Evidence[];
    contradiction: Contradiction | null;
    /** What was decided about the contradiction; null: nothing that holds. */
    decision: string | null;
    initiative: Initiative | null;
  };
  checksHref: string;
  scanHref: string | null;
  scorecardHref: string;
  contradictionsHref: string;
  saveOverride?: SaveOverride;
};

/** A finding from every side: what was seen, how its risk came to be, what closes it. */
export function FindingDetail({
  view: { finding, evidence, contradiction, decision, initiative },
  checksHref,
  scanHref,
  scorecardHref,
  contradictionsHref,
  saveOverride,
}: Props) {
  return (
    <div className="grid gap-10">
      <p className="reading-width text-base">{finding.because}</p>
      {finding.accepted ? (
        <Notice>
          {sayAccepted(finding.accepted, finding.affected)}. It still fails in every score; what is accepted is not
          planned.
        </Notice>
      ) : null}
      {contradiction ? (
        <Notice action={<TextLink href={contradictionsHref}>{decision ? "See the ledger" : "Settle it"}</TextLink>}>
          {contradiction.sentence}
          {decision ? <span className="wrap-anywhere mt-1 block text-muted">{decision}</span> : null}
        </Notice>
      ) : null}
      <FindingRisk finding={finding} saveOverride={saveOverride} />
      <Section title="Evidence">
        <EvidenceList evidence={evidence} scanHref={scanHref} checksHref={checksHref} />
      </Section>
      {finding.sample.length > 0 ? (
        <Section title={`${finding.sample.length} of ${finding.affected} that fail`}>
          <SampleTable sample={finding.sample} />
        </Section>
      ) : null}
      <Section title="What closes it">
        {initiative ? (
          <p>
            <TextLink href={`${scorecardHref}?initiative=${encodeURIComponent(initiative.id)}`}>
              {initiative.title}
            </TextLink>
          </p>
        ) : (
          <p className="text-muted">
            {finding.maturity === null
              ? "Nothing is planned for what is not charted: answer its question or upload a snapshot first."
              : "Nothing is planned while all of it is accepted."}
          </p>
        )}
      </Section>
    </div>
  );
}
