import { classNames } from "./class-names.ts";

/** A place that keeps the size of what comes. Width and height by class: "h-9 w-40". */
export function Skeleton({ className }: { className: string }) {
  return (
    <div aria-hidden className={classNames("rounded-control bg-hairline/70 motion-safe:animate-pulse", className)} />
  );
}
