import { Check, ChevronsUpDown } from "lucide-react";
import Link from "next/link";
import { Popover } from "#components/ui/popover.tsx";
import { ProductMark } from "./product-mark.tsx";

export type OrganizationLink = { name: string; href: string };
type Props = { organization: OrganizationLink; others: readonly OrganizationLink[] };

/** Whose rooms these are; who works for several organizations changes between them here. */
export function OrganizationHead({ organization, others }: Props) {
  const name = (
    <>
      <ProductMark />
      <span className="min-w-0 flex-1 truncate text-left font-strong">{organization.name}</span>
    </>
  );
  const look = "flex h-10 w-full items-center gap-2.5 rounded-control px-2 hover:bg-hairline/50";
  if (others.length === 0) {
    return (
      <Link href={organization.href} className={look}>
        {name}
      </Link>
    );
  }
  return (
    <Popover
      label="Organizations"
      trigger={
        <button type="button" className={look}>
          {name}
          <ChevronsUpDown aria-hidden size={14} className="shrink-0 text-muted" />
          <span className="sr-only">, change organization</span>
        </button>
      }
    >
      <ul className="-m-2">
        {[organization, ...others].map((each) => (
          <li key={each.href}>
            <Link
              href={each.href}
              className="flex min-h-9 items-center justify-between gap-3 rounded-control px-2.5 hover:bg-sunken"
            >
              <span className="truncate">{each.name}</span>
              {each.href === organization.href && <Check aria-label="current" size={16} />}
            </Link>
          </li>
        ))}
      </ul>
    </Popover>
  );
}
