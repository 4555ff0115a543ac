import { DefinitionList } from "#components/ui/definition-list.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Section } from "#components/ui/section.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { formatTime } from "#lib/presentation/dates.ts";
import type { Threshold } from "#lib/presentation/sentences-of-thresholds.ts";

type Props = {
  thresholds: readonly Threshold[];
  /** The cluster has others by now. */
  changed: boolean;
  /** ISO 8601; null: the snapshot does not say. */
  takenAt: string | null;
  uploadedAt: string;
  /** Where they are changed; null: this person may not. */
  changeHref: string | null;
};

/** By which thresholds, and as of when, the checks of a scan judged: two scans may differ by these alone. */
export function JudgedBy({ thresholds, changed, takenAt, uploadedAt, changeHref }: Props) {
  const age = takenAt
    ? formatTime(takenAt)
    : `${formatTime(uploadedAt)}, when it was uploaded: the snapshot does not say when it was taken`;
  const items = thresholds.map(({ term, value, isDefault }) => ({
    term,
    value: (
      <>
        {value}
        <span className="block text-muted text-xs">
          {isDefault ? "default of the field" : "decided for this cluster"}
        </span>
      </>
    ),
  }));
  return (
    <Section
      id="judged-by"
      title="What this scan judged by"
      lede="Where good engineers disagree, the cluster decides. Certificates and ends of support are judged as of the day on which the snapshot was taken."
      aside={changeHref ? <TextLink href={changeHref}>Change the thresholds</TextLink> : null}
    >
      <div className="grid max-w-3xl gap-4">
        {changed && (
          <Notice>
            The cluster has other thresholds by now. Its next scan judges by them; this one stays as it is.
          </Notice>
        )}
        <DefinitionList items={[...items, { term: "As of", value: age }]} />
      </div>
    </Section>
  );
}
