import type { ReactNode } from "react";

export type Definition = { term: string; value: ReactNode; mono?: boolean };

/** Terms and what they are, in two columns; beneath each other where there is little room. */
export function DefinitionList({ items }: { items: readonly Definition[] }) {
  return (
    <div className="@container">
      <dl className="grid grid-cols-1 gap-x-6 @md:grid-cols-[minmax(8rem,12rem)_1fr]">
        {items.map(({ term, value, mono }) => (
          <div key={term} className="grid grid-cols-subgrid border-hairline border-b py-2 last:border-0 @md:col-span-2">
            <dt className="text-muted">{term}</dt>
            <dd className={mono ? "wrap-anywhere font-mono text-xs leading-5" : "wrap-anywhere"}>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
