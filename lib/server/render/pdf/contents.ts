import { LIGHT } from "#lib/presentation/palette.ts";
import { drawFitted, drawLine, drawText } from "./draw-text.ts";
import { documentString } from "./literal.ts";
import { NO_GLYPH } from "./measure-text.ts";
import { paperOf } from "./page-grid.ts";
import type { Pen, Structure } from "./pen.ts";
import { tagged } from "./structure.ts";
import { TYPE } from "./type-scale.ts";

/** Room kept for the table of contents, filled when the page numbers are known. */
export type ContentsPlace = { page: number; x: number; y: number; width: number; most: number; element: Structure };

const STEP = 16;

export function reserveContents(pen: Pen, x: number, width: number, most: number): ContentsPlace {
  const element = pen.doc.struct("TOC");
  // Beside the section, not in it: the section is closed long before the page numbers are known.
  pen.root.add(element);
  return { page: pen.pages, x, y: pen.y, width, most, element };
}

/** Height that so many entries take. */
export function heightOfContents(entries: number): number {
  return entries * STEP;
}

/** Writes the entries, each a link to its page. */
export function drawContents(pen: Pen, place: ContentsPlace): void {
  const { doc } = pen;
  // pdfkit places links by the height of the page that was added last.
  const shift = paperOf(pen.orientation).height;
  doc.switchToPage(place.page - 1);
  for (const [i, entry] of pen.contents.slice(0, place.most).entries()) {
    const y = place.y + i * STEP;
    const item = doc.struct("TOCI");
    place.element.add(item);
    const link = doc.struct("Link", { alt: entry.title });
    item.add(link);
    link.add(doc.markStructureContent("Link"));
    drawFitted(pen, entry.title, place.x, y, TYPE.small, place.width - 32);
    drawLine(pen, String(entry.page), place.x + place.width, y, TYPE.number, "right");
    doc.endMarkedContent();
    // A String object: pdfkit writes a plain string as a name.
    const options = { structParent: link, Contents: Object(documentString(entry.title)) };
    doc.link(place.x, y + shift - doc.page.height, place.width, STEP, (entry.page - 1) as unknown as string, options);
    link.end();
    item.end();
    doc.markContent("Artifact", { type: "Layout" });
    doc
      .moveTo(place.x, y + 14)
      .lineTo(place.x + place.width, y + 14)
      .lineWidth(0.5)
      .stroke(LIGHT.hairline);
    doc.endMarkedContent();
  }
  place.element.end();
  if (pen.replaced) noteReplaced(pen, place);
}

/** Said on the page that explains the marks, and only where it happened. */
function noteReplaced(pen: Pen, place: ContentsPlace): void {
  const note = `${NO_GLYPH} stands for a character that the typeface of this report does not hold; the text behind it is kept.`;
  const y = place.y + Math.min(pen.contents.length, place.most) * STEP + 6;
  pen.parent = pen.root;
  tagged(pen, "P", () => drawText(pen, note, place.x, y, TYPE.label, place.width));
}
