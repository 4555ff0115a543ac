import Link from "next/link";
import type { Initiative } from "#lib/planning/initiative.ts";
import { sayInitiative } from "#lib/presentation/sentences-of-plans.ts";

type Props = { initiative: Initiative; scorecardHref?: string; className: string };

/** The title with its phase; leads to its facts where one may see them. */
export function InitiativeName({ initiative, scorecardHref, className }: Props) {
  const says = sayInitiative(initiative);
  if (!scorecardHref)
    return (
      <span title={says} className={className}>
        {says}
      </span>
    );
  return (
    <Link
      href={`${scorecardHref}?initiative=${encodeURIComponent(initiative.id)}`}
      prefetch={false}
      title={says}
      className={`${className} hover:underline`}
    >
      {says}
    </Link>
  );
}
