import { ChevronLeft, ChevronRight } from "lucide-react";
import { formatCount } from "#lib/presentation/numbers.ts";
import { ButtonLink } from "./button-link.tsx";
import { pagesToShow } from "./pages-to-show.ts";

type Props = {
  /** What is counted: "results". */
  things: string;
  page: number;
  pages: number;
  total: number;
  size: number;
  /** The query of the page without the page's number: "severity=high". */
  query?: string;
};

const LOOK = { size: "small", variant: "quiet" } as const;

/** Pages of a long table: where one stands, and the way to the others. */
export function Pagination({ things, page, pages, total, size, query = "" }: Props) {
  const hrefOf = (to: number) => `?${query ? `${query}&` : ""}page=${to}`;
  const first = total === 0 ? 0 : (page - 1) * size + 1;
  return (
    <nav
      aria-label={`Pages of ${things}`}
      className="mt-3 flex flex-wrap items-center justify-between gap-3 print:hidden"
    >
      <p className="text-muted text-xs">
        {formatCount(first)}–{formatCount(Math.min(total, page * size))} of {formatCount(total)} {things}
      </p>
      {pages > 1 && (
        <div className="flex flex-wrap items-center gap-1">
          {page > 1 && (
            <ButtonLink
              {...LOOK}
              href={hrefOf(page - 1)}
              rel="prev"
              aria-label="Previous page"
              icon={<ChevronLeft aria-hidden size={16} />}
            />
          )}
          {pagesToShow(page, pages).map((to, index, all) => (
            <span key={to} className="flex items-center gap-1">
              {index > 0 && to - (all[index - 1] ?? to) > 1 && <span className="px-1 text-muted">…</span>}
              <ButtonLink
                {...LOOK}
                variant={to === page ? "secondary" : "quiet"}
                href={hrefOf(to)}
                aria-label={`Page ${to}`}
                aria-current={to === page ? "page" : undefined}
              >
                {formatCount(to)}
              </ButtonLink>
            </span>
          ))}
          {page < pages && (
            <ButtonLink
              {...LOOK}
              href={hrefOf(page + 1)}
              rel="next"
              aria-label="Next page"
              icon={<ChevronRight aria-hidden size={16} />}
            />
          )}
        </div>
      )}
    </nav>
  );
}
