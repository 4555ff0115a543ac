import { Skeleton } from "./skeleton.tsx";

/** Rows that keep the height of a table that comes. */
export function TableSkeleton({ rows = 8 }: { rows?: number }) {
  return (
    <div aria-hidden className="overflow-hidden rounded-panel border border-hairline">
      <div className="h-9 bg-sunken" />
      {Array.from({ length: rows }, (_, row) => `row-${row}`).map((row) => (
        <div key={row} className="flex h-9.25 items-center gap-6 border-hairline border-t px-3">
          <Skeleton className="h-3 w-1/3" />
          <Skeleton className="h-3 w-1/5" />
          <Skeleton className="ml-auto h-3 w-12" />
        </div>
      ))}
    </div>
  );
}
