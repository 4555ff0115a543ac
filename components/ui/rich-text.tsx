/** Text in which `backticks` mark commands and field paths. */
export function RichText({ text }: { text: string }) {
  const parts = text.split(/(`[^`]+`)/).map((part, at) => ({ part, key: `${at} ${part}` }));
  return parts.map(({ part, key }) =>
    part.startsWith("`") && part.endsWith("`") && part.length > 2 ? (
      <code
        key={key}
        className="wrap-anywhere rounded-small bg-sunken px-1 py-px font-mono text-[0.92em] ring-1 ring-hairline"
      >
        {part.slice(1, -1)}
      </code>
    ) : (
      part
    ),
  );
}
