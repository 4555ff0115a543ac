import Link from "next/link";

export type Crumb = { title: string; href?: string };

/** The way here, outermost first; the last one is this page and leads nowhere. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumbs" className="print:hidden">
      <ol className="flex flex-wrap items-center gap-x-1.5 text-muted text-xs">
        {crumbs.map((crumb, index) => (
          <li key={`${crumb.title} ${crumb.href ?? ""}`} className="flex min-h-6 items-center gap-1.5">
            {index > 0 && <span aria-hidden>/</span>}
            {crumb.href ? (
              <Link href={crumb.href} className="rounded-small py-1 hover:text-ink hover:underline">
                {crumb.title}
              </Link>
            ) : (
              <span aria-current={index === crumbs.length - 1 ? "page" : undefined}>{crumb.title}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
