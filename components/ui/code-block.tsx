import { CopyButton } from "./copy-button.tsx";

type Props = {
  code: string;
  /** What it is: "Before", "See it by hand". */
  label: string;
  copies?: boolean;
};

/** A command or a piece of YAML, with a button that copies it. Scrolls within itself. */
export function CodeBlock({ code, label, copies = true }: Props) {
  return (
    <figure className="min-w-0 overflow-hidden rounded-panel border border-hairline bg-sunken" data-keep-together>
      <figcaption className="flex h-9 items-center justify-between border-hairline border-b pr-1 pl-3.5 text-muted text-xs">
        {label}
        {copies && <CopyButton text={code} />}
      </figcaption>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, so the keyboard must reach it
        tabIndex={0}
        className="overflow-x-auto px-3.5 py-3 font-mono text-xs leading-5 print:whitespace-pre-wrap"
      >
        <code>{code}</code>
      </pre>
    </figure>
  );
}
