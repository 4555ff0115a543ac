import { ChevronRight } from "lucide-react";
import type { Derivation } from "#lib/scoring/score.ts";

/** How a number came to be: its rule, then its parts, each of which opens in turn. */
export function DerivationTree({ derivation, open = true }: { derivation: Derivation; open?: boolean }) {
  const { label, value, rule, parts } = derivation;
  const head = (
    <span className="flex min-w-0 flex-1 items-baseline justify-between gap-4">
      <span className="wrap-anywhere min-w-0 flex-1">{label}</span>
      <span className="max-w-[62%] text-right font-strong">{value}</span>
    </span>
  );
  if (parts.length === 0) {
    return (
      <div className="py-1.5 pl-5">
        {head}
        <p className="reading-width text-muted text-xs">{rule}</p>
      </div>
    );
  }
  return (
    <details open={open}>
      <summary className="flex min-h-8 list-none items-center gap-1 rounded-small py-1 hover:bg-sunken">
        <ChevronRight aria-hidden size={16} className="shrink-0 text-muted [[open]>summary>&]:rotate-90" />
        {head}
      </summary>
      <div className="ml-2 border-hairline border-l pl-3">
        <p className="reading-width py-1 pl-0.5 text-muted text-xs">{rule}</p>
        <ul>
          {parts.map((part, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts are what they are, in their order, and two may look alike
            <li key={at} className="border-hairline border-t first:border-0">
              <DerivationTree derivation={part} open={false} />
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
