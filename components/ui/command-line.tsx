import { CopyButton } from "./copy-button.tsx";

/** One command to paste, with its copy button; long ones scroll sideways. */
export function CommandLine({ command }: { command: string }) {
  return (
    <div className="flex min-w-0 items-center gap-2 rounded-control border border-hairline bg-sunken pr-1 pl-3">
      <code
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, so the keyboard must reach it
        tabIndex={0}
        className="min-w-0 flex-1 overflow-x-auto whitespace-nowrap py-2 font-mono text-xs print:whitespace-pre-wrap"
      >
        {command}
      </code>
      <CopyButton text={command} />
    </div>
  );
}
