/** First and last day, ISO dates, inclusive. */
export type Span = { from: string; to: string };

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Days as people write them into one line: "2026-12-21 to 2027-01-02, 2027-04-02". A string says which part is no day or ends before
 * it begins.
 */
export function readSpans(text: string): Span[] | string {
  const spans: Span[] = [];
  for (const part of text.split(/[,;\n]/).map((each) => each.trim())) {
    if (part === "") continue;
    const [from = "", to = from, ...rest] = part.split(/\s+(?:to|until|-|–)\s+/);
    if (rest.length > 0 || !isDay(from) || !isDay(to))
      return `“${part}” is no day. Write 2026-12-21, or 2026-12-21 to 2027-01-02.`;
    if (to < from) return `“${part}” ends before it begins.`;
    spans.push({ from, to });
  }
  return spans;
}

export function writeSpans(spans: readonly Span[]): string {
  return spans.map(({ from, to }) => (from === to ? from : `${from} to ${to}`)).join(", ");
}

function isDay(text: string): boolean {
  return (
    DAY.test(text) &&
    !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
    new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)
  );
}
