import { drawLines, drawText } from "./draw-text.ts";
import { documentString } from "./literal.ts";
import { areaOf, type Orientation } from "./page-grid.ts";
import type { Pen } from "./pen.ts";
import { grouped, tagged } from "./structure.ts";
import { TYPE } from "./type-scale.ts";
import { wrapText } from "./wrap-text.ts";

/** Begins a page; what comes next goes to the top of its area. */
export function startPage(pen: Pen, orientation: Orientation): void {
  if (pen.pages > 0) packContent(pen.doc.page);
  pen.doc.addPage({ size: "A4", layout: orientation, margin: 0 });
  pen.orientation = orientation;
  pen.area = areaOf(orientation);
  pen.y = pen.area.top;
  pen.pages += 1;
}

/** pdfkit keeps every drawing command of a page as bytes of its own: joined, a thousand pages fit into memory. */
function packContent(page: PDFKit.PDFPage): void {
  const content = page.content as unknown as { buffer: Uint8Array[] };
  content.buffer = [Buffer.concat(content.buffer)];
}

/** Begins a page of the same orientation when there is less room than wanted. True when it did. */
export function ensureRoom(pen: Pen, height: number): boolean {
  if (pen.y + height <= pen.area.bottom) return false;
  startPage(pen, pen.orientation);
  return true;
}

/** A section on a page of its own: its title is the finding (without a full stop), its name stands in bookmarks. */
export function section(pen: Pen, name: string, title: string, orientation: Orientation, draw: () => void): void {
  startPage(pen, orientation);
  pen.contents.push({ title: name, page: pen.pages });
  pen.bookmark = pen.doc.outline.addItem(documentString(name), { expanded: false });
  grouped(pen, "Sect", () => {
    tagged(pen, "H1", () => {
      pen.y += drawText(pen, name, pen.area.left, pen.y, TYPE.smallMuted, pen.area.width, 1) + 4;
      pen.y += drawText(pen, title.replace(/\.\s*$/, ""), pen.area.left, pen.y, TYPE.title, pen.area.width, 4);
    });
    pen.y += 16;
    draw();
  });
}

/** A heading within a section, kept together with what follows it. */
export function subheading(pen: Pen, text: string, follows: number): void {
  if (pen.y > pen.area.top + 60) pen.y += 8;
  ensureRoom(pen, TYPE.heading.leading + 8 + follows);
  tagged(pen, "H2", () => {
    pen.y += drawText(pen, text, pen.area.left, pen.y, TYPE.heading, pen.area.width, 2);
  });
  pen.y += 8;
}

/** A paragraph of running text, not wider than reads well; it goes on at the next page where it must. */
export function paragraph(pen: Pen, text: string, width = Math.min(pen.area.width, 440)): void {
  let lines = wrapText(pen, text, TYPE.body, width);
  while (lines.length > 0) {
    ensureRoom(pen, Math.min(lines.length, 3) * TYPE.body.leading);
    const fit = Math.max(1, Math.floor((pen.area.bottom - pen.y) / TYPE.body.leading));
    const shown = lines.slice(0, fit);
    lines = lines.slice(fit);
    tagged(pen, "P", () => {
      pen.y += drawLines(pen, shown, pen.area.left, pen.y, TYPE.body);
    });
  }
  pen.y += 8;
}
