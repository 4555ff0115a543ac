/** What a badge says: how much of the risk is verified as gone, and whether the year is on plan. */
export type BadgeFacts = { riskAtStart: number; riskNow: number; daysBehind: number };

const LABEL = "Kubernetes risk";
/** Width of a character of the font, on average, in pixels at size 11; with room at both ends. */
const [CHARACTER, ROOM] = [6.4, 10];

/** An SVG of one line, readable in greyscale, with a title for who does not see it. Of numbers alone: nothing to escape. */
export function drawBadge({ riskAtStart, riskNow, daysBehind }: BadgeFacts): string {
  const share = riskAtStart > 0 ? Math.round(((riskAtStart - riskNow) / riskAtStart) * 100) : 0;
  const plan = daysBehind > 0 ? `${daysBehind} ${daysBehind === 1 ? "day" : "days"} behind` : "on plan";
  const says = `${share} % removed, ${plan}`;
  const [left, right] = [LABEL, says].map((text) => Math.ceil(text.length * CHARACTER) + 2 * ROOM) as [number, number];
  const text = (x: number, fill: string, words: string) =>
    `<text x="${x}" y="14.5" fill="${fill}" text-anchor="middle">${words}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="22" role="img" aria-label="${LABEL}: ${says}">`,
    `<title>${LABEL}: ${says}</title>`,
    `<rect width="${left}" height="22" fill="#12263a"/>`,
    `<rect x="${left}" width="${right}" height="22" fill="#e8eef4"/>`,
    `<g font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">`,
    text(left / 2, "#ffffff", LABEL),
    text(left + right / 2, "#12263a", says),
    "</g></svg>",
  ].join("");
}
