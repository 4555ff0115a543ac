import { Section } from "#components/ui/section.tsx";
import { TableFrame } from "#components/ui/table-frame.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { EXCEPTION_HEADS, ExceptionCells, type ExceptionLine } from "./exception-cells.tsx";

type Props = {
  lines: readonly ExceptionLine[];
  checksHref: string;
  /** Where exceptions are accepted and ended. */
  href: string;
};

/** What somebody answers for on a cluster, and what has run out; nothing where nobody does. */
export function AcceptedSection({ lines, checksHref, href }: Props) {
  if (lines.length === 0) return null;
  return (
    <Section
      title="What is accepted"
      lede="It still fails, in every number here; it is only not planned until its day is over. What has run out is planned again."
      aside={<TextLink href={href}>Accept or end one</TextLink>}
    >
      <TableFrame label="What is accepted">
        <table className="data-table min-w-[46rem] table-fixed">
          <thead>
            <tr>
              {EXCEPTION_HEADS.map((head) => (
                <th key={head} scope="col" className={head === "Matches" ? "number w-24" : undefined}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.id} className={line.state === "in force" ? undefined : "text-muted"}>
                <ExceptionCells line={line} checksHref={checksHref} />
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </Section>
  );
}
