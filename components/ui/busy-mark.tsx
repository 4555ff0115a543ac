import { LoaderCircle } from "lucide-react";

/** A turning arc beside the words that say what is going on; never alone. */
export function BusyMark({ size = 16 }: { size?: number }) {
  return <LoaderCircle aria-hidden size={size} className="shrink-0 motion-safe:animate-spin" />;
}
