import type { ReactNode } from "react";

type Props = { name: string; checked: boolean; title: string; onChoose: () => void; children: ReactNode };

/** One of two texts: the whole box is its label. */
export function MergeOption({ name, checked, title, onChoose, children }: Props) {
  return (
    <label className="flex min-w-0 cursor-pointer items-start gap-2.5 rounded-control border border-rule/50 px-3 py-2 hover:border-rule has-checked:border-accent has-checked:bg-accent/6 has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2">
      <input
        type="radio"
        name={name}
        checked={checked}
        onChange={onChoose}
        className="mt-0.5 size-4 shrink-0 accent-accent outline-none"
      />
      <span className="min-w-0">
        <span className="block text-muted text-xs">{title}</span>
        <span className="wrap-anywhere whitespace-pre-line">{children}</span>
      </span>
    </label>
  );
}
