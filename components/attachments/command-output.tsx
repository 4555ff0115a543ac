import { formatCount } from "#lib/presentation/numbers.ts";
import type { EvidenceLine } from "./evidence-data.ts";

/** A command with the first lines that it printed; the whole is handed out as a file. */
export function CommandOutput({ item, href }: { item: EvidenceLine; href: string }) {
  const { command, output, lines } = item;
  const shown = output.split("\n").length;
  return (
    <details className="group mt-1">
      <summary className="wrap-anywhere rounded-small font-mono text-xs leading-5 hover:bg-sunken">$ {command}</summary>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
        tabIndex={0}
        className="mt-2 max-h-72 overflow-auto rounded-control border border-hairline bg-sunken px-3 py-2 font-mono text-xs leading-5"
      >
        {output}
      </pre>
      <p className="mt-1 text-muted text-xs">
        {lines > shown ? `The first ${formatCount(shown)} of ${formatCount(lines)} lines. ` : ""}
        <a
          href={href}
          download
          className="rounded-small text-accent underline decoration-accent/40 underline-offset-[3px] hover:decoration-accent"
        >
          Keep it as a file
        </a>
      </p>
    </details>
  );
}
