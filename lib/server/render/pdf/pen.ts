import type { Brand } from "#lib/report/brand.ts";
import type { ReportModel } from "#lib/report/report.ts";
import { type Area, areaOf, type Orientation } from "./page-grid.ts";
import type { Face } from "./type-scale.ts";

export type Structure = PDFKit.PDFStructureElement;

/** An entry of the table of contents. */
export type ContentsEntry = { title: string; page: number };

/** What is drawn with: the document, the place where the next thing goes, and what was measured so far. */
export type Pen = {
  doc: PDFKit.PDFDocument;
  model: ReportModel;
  /** In whose name it is handed over; null: the product's own. */
  brand: Brand | null;
  /** Root of the tag tree, and the element that new content belongs to. */
  root: Structure;
  parent: Structure;
  orientation: Orientation;
  area: Area;
  /** Top of what comes next. */
  y: number;
  /** Count of pages so far. */
  pages: number;
  contents: ContentsEntry[];
  /** Bookmark that the next ones hang under. */
  bookmark: PDFKit.PDFOutline | null;
  /** Widths of words at one point, by face. */
  widths: Map<string, number>;
  /** Some character had no glyph in its face: the guide says so. */
  replaced: boolean;
  /** Whether a face has a glyph for a code point. */
  glyphs: Record<Face, Map<number, boolean>>;
};

export function takePen(doc: PDFKit.PDFDocument, model: ReportModel, brand: Brand | null = null): Pen {
  const root = doc.struct("Document");
  doc.addStructure(root);
  return {
    doc,
    model,
    brand,
    root,
    parent: root,
    orientation: "portrait",
    area: areaOf("portrait"),
    y: 0,
    pages: 0,
    contents: [],
    bookmark: null,
    widths: new Map(),
    replaced: false,
    glyphs: { sans: new Map(), bold: new Map(), mono: new Map() },
  };
}
