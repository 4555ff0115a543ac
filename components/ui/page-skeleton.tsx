import { Skeleton } from "./skeleton.tsx";
import { TableSkeleton } from "./table-skeleton.tsx";

/** What a page looks like before it is there: its title, its picture, its table, in their sizes. */
export function PageSkeleton({
  label = "Loading",
  picture = "h-96",
  rows = 8,
}: {
  label?: string;
  picture?: string;
  rows?: number;
}) {
  return (
    <div role="status" aria-label={label}>
      <Skeleton className="h-4 w-40" />
      <Skeleton className="mt-4 h-9 w-full max-w-2xl" />
      <Skeleton className="mt-3 h-5 w-full max-w-md" />
      <Skeleton className={`mt-8 w-full rounded-panel ${picture}`} />
      <div className="mt-8">
        <TableSkeleton rows={rows} />
      </div>
    </div>
  );
}
