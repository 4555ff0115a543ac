import type { RiskLevel } from "#lib/scoring/finding.ts";

/** What each level's mark is called, for legends and for people who cannot see it. */
export const RISK_SHAPE_NAMES: Record<RiskLevel, string> = {
  low: "circle",
  medium: "triangle",
  high: "square",
  critical: "diamond",
};

/**
 * Outline of a level's mark as an SVG path around (0, 0), y down. The four have the same area as a circle of the
 * given radius, so that none looks bigger than its level. Same unit as the radius; two decimals.
 */
export function riskShapePath(level: RiskLevel, radius: number): string {
  const n = (value: number) => Number(value.toFixed(2));
  const area = Math.PI * radius * radius;
  switch (level) {
    case "low": {
      const r = n(radius);
      return `M ${-r} 0 A ${r} ${r} 0 1 1 ${r} 0 A ${r} ${r} 0 1 1 ${-r} 0 Z`;
    }
    case "medium": {
      const side = Math.sqrt((4 * area) / Math.sqrt(3));
      const height = (side * Math.sqrt(3)) / 2;
      // A little below its centre of mass: so it looks level with the others and with a line of text.
      const [top, foot] = [n(-0.58 * height), n(0.42 * height)];
      return `M 0 ${top} L ${n(side / 2)} ${foot} L ${n(-side / 2)} ${foot} Z`;
    }
    case "high": {
      const half = n(Math.sqrt(area) / 2);
      return `M ${-half} ${-half} L ${half} ${-half} L ${half} ${half} L ${-half} ${half} Z`;
    }
    case "critical": {
      const half = n(Math.sqrt(area / 2));
      return `M 0 ${-half} L ${half} 0 L 0 ${half} L ${-half} 0 Z`;
    }
  }
}
