import type { LayerId } from "#lib/catalog/framework.ts";
import type { RiskLevel } from "#lib/scoring/finding.ts";

/** A risk level's colours: `mark` for shapes and bars, `tint` for a surface that carries ink text. */
export type LevelColours = { mark: string; tint: string };

/** Six-digit hex colours of one theme. Colour means risk; everything else is neutral, the accent or the layers' blue. */
export type Palette = {
  /** Page. */
  surface: string;
  /** Card, table head, track of a bar. */
  sunken: string;
  /** Hairlines between rows; decoration, never the only sign. */
  hairline: string;
  /** Borders and axes that must be seen: 3:1 against surface. */
  rule: string;
  ink: string;
  /** Second voice, still AA for text on surface and sunken. */
  muted: string;
  /** Action, link, the planned curve. */
  accent: string;
  /** Text on the accent. */
  onAccent: string;
  /** Focus ring. */
  focus: string;
  levels: Record<RiskLevel, LevelColours>;
  /** Four depths of one blue, outermost (shallow) first: surfaces that carry ink text. */
  depths: Record<LayerId, string>;
  /** The same four depths as marks: bars, curves, lanes. */
  soundings: Record<LayerId, string>;
  /** Uncharted water: lines of the hatch, drawn over `surface` or a depth. */
  hatch: string;
};

export const LIGHT: Palette = {
  surface: "#FFFFFF",
  sunken: "#F5F7F9",
  hairline: "#DDE2E8",
  rule: "#7C8794",
  ink: "#12181F",
  muted: "#515D6B",
  accent: "#0F5C8C",
  onAccent: "#FFFFFF",
  focus: "#0F5C8C",
  levels: {
    low: { mark: "#A37A12", tint: "#FBF3DC" },
    medium: { mark: "#B55A0A", tint: "#FBE3C8" },
    high: { mark: "#A32A1A", tint: "#F6C9BC" },
    critical: { mark: "#5E0B22", tint: "#E5A6B1" },
  },
  depths: { cloud: "#EDF4FA", cluster: "#D8E7F3", container: "#BED6EA", code: "#A0C2DF" },
  soundings: { cloud: "#6590B5", cluster: "#447199", container: "#28557D", code: "#123A5C" },
  hatch: "#66788A",
};

export const DARK: Palette = {
  surface: "#0D1218",
  sunken: "#161D26",
  hairline: "#27313D",
  rule: "#6B7887",
  ink: "#ECF1F6",
  muted: "#A3AFBC",
  accent: "#6DB6E8",
  onAccent: "#08121B",
  focus: "#6DB6E8",
  levels: {
    low: { mark: "#957730", tint: "#2A2412" },
    medium: { mark: "#C4803A", tint: "#3A2812" },
    high: { mark: "#F28B70", tint: "#54261B" },
    critical: { mark: "#FFC0CB", tint: "#6E1C33" },
  },
  depths: { cloud: "#14212E", cluster: "#182B3D", container: "#1D384F", code: "#234663" },
  soundings: { cloud: "#5580A6", cluster: "#6F9DC4", container: "#93BCDD", code: "#BEDAF0" },
  hatch: "#8698AA",
};

/** The words beside the colours, mildest first. */
export const LEVEL_NAMES: Record<RiskLevel, string> = {
  low: "Low",
  medium: "Medium",
  high: "High",
  critical: "Critical",
};

/** Worst first: the order in which levels are listed. */
export const LEVELS_WORST_FIRST: readonly RiskLevel[] = ["critical", "high", "medium", "low"];
