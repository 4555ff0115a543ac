import pptxgen from "pptxgenjs";
import { LIGHT } from "#lib/presentation/palette.ts";
import type { ReportModel } from "#lib/report/report.ts";

export type Slide = pptxgen.Slide;
/** Inches, origin top left: a slide of 13.33 x 7.5. */
export type Place = { x: number; y: number; w: number; h: number };
export const PAGE = { width: 13.33, height: 7.5, margin: 0.6 } as const;
export const BODY: Place = { x: PAGE.margin, y: 1.55, w: PAGE.width - 2 * PAGE.margin, h: 5.2 };

/** A hex colour of the palette as PowerPoint takes it. */
export function ink(colour: string): string {
  return colour.replace("#", "");
}

/** What PowerPoint cannot hold in a text; nothing of it is ever a field, a link or a mark. */
export function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/g, "");
}

export function openDeck(model: ReportModel): pptxgen {
  // The package is CommonJS: what Node calls its default may be the module.
  const Deck = (pptxgen as unknown as { default?: typeof pptxgen }).default ?? pptxgen;
  const deck = new Deck();
  deck.layout = "LAYOUT_WIDE";
  deck.title = plain(`${model.organization} · ${model.assessment} · roadmap`);
  deck.author = plain(model.preparedBy);
  // Not the company: the library writes it into its XML as it is.
  deck.subject = `Version ${model.version} · SHA-256 ${model.digest}`;
  deck.theme = { headFontFace: "Calibri", bodyFontFace: "Calibri" };
  return deck;
}

/** A slide whose title is a sentence with its finding; organization, version and digest at its foot. */
export function addSlide(deck: pptxgen, model: ReportModel, title: string): Slide {
  const slide = deck.addSlide();
  addText(
    slide,
    title,
    { x: PAGE.margin, y: 0.45, w: BODY.w, h: 0.95 },
    { size: title.length > 110 ? 20 : 24, bold: true, valign: "top" },
  );
  const foot = `${model.organization} · ${model.assessment} · version ${model.version} · ${model.digest.slice(0, 16)}`;
  addText(slide, foot, { x: PAGE.margin, y: 6.98, w: 10, h: 0.3 }, { size: 9, colour: LIGHT.muted });
  slide.slideNumber = { x: 12.2, y: 6.98, w: 0.6, h: 0.3, fontSize: 9, color: ink(LIGHT.muted), align: "right" };
  return slide;
}

type Look = {
  size: number;
  bold?: boolean;
  colour?: string;
  align?: "left" | "center" | "right";
  valign?: "top" | "middle" | "bottom";
};

export function addText(slide: Slide, text: string, at: Place, look: Look): void {
  slide.addText(plain(text), {
    ...at,
    margin: 0,
    fontSize: look.size,
    bold: look.bold ?? false,
    color: ink(look.colour ?? LIGHT.ink),
    align: look.align ?? "left",
    valign: look.valign ?? "middle",
    fit: "shrink",
  });
}

export type Aligned = "left" | "right";

/** A table with a head; `shares` are the widths of its columns, as parts of the place's. */
export function addTable(
  slide: Slide,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  place: Omit<Place, "h">,
  shares: readonly number[],
  aligns: readonly Aligned[],
): void {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const line = { type: "solid" as const, pt: 0.75, color: ink(LIGHT.hairline) };
  const none = { type: "none" as const };
  const cell = (text: string, at: number, bold: boolean) => ({
    text: plain(text),
    options: {
      bold,
      align: aligns[at] ?? "left",
      valign: "middle" as const,
      border: [none, none, line, none] as [typeof none, typeof none, typeof line, typeof none],
    },
  });
  slide.addTable(
    [head.map((text, at) => cell(text, at, true)), ...rows.map((row) => row.map((text, at) => cell(text, at, false)))],
    {
      x: place.x,
      y: place.y,
      w: place.w,
      rowH: 0.36,
      colW: shares.map((share) => (share / total) * place.w),
      fontSize: 12,
      color: ink(LIGHT.ink),
      margin: [0.04, 0.08, 0.04, 0.02],
    },
  );
}
