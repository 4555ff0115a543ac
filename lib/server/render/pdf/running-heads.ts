import { formatDate } from "#lib/presentation/dates.ts";
import { LIGHT } from "#lib/presentation/palette.ts";
import { drawFitted, drawLine } from "./draw-text.ts";
import { textWidth } from "./measure-text.ts";
import { areaOf, HEAD_AT, type Orientation, paperOf } from "./page-grid.ts";
import type { Pen } from "./pen.ts";
import { decoration } from "./structure.ts";
import { TYPE } from "./type-scale.ts";

/** Heads and feet of all pages but the cover, once their number is known. */
export function drawRunningHeads(pen: Pen): void {
  for (let page = 1; page < pen.pages; page++) {
    pen.doc.switchToPage(page);
    const orientation: Orientation = pen.doc.page.width > pen.doc.page.height ? "landscape" : "portrait";
    decoration(pen, () => drawHead(pen, orientation, page + 1), "Pagination");
  }
}

function drawHead(pen: Pen, orientation: Orientation, page: number): void {
  const { model, doc } = pen;
  const area = areaOf(orientation);
  const foot = paperOf(orientation).height - 36;
  const version = `Version ${model.version} · ${formatDate(model.date)} · SHA-256 ${model.digest.slice(0, 12)}`;
  const room = area.width - textWidth(pen, version, TYPE.labelNumber) - 24;
  drawFitted(pen, `${model.organization} · ${model.assessment}`, area.left, HEAD_AT, TYPE.label, room);
  drawLine(pen, version, area.right, HEAD_AT, TYPE.labelNumber, "right");
  doc
    .moveTo(area.left, HEAD_AT + 16)
    .lineTo(area.right, HEAD_AT + 16)
    .lineWidth(pen.brand?.accent ? 1 : 0.5)
    .stroke(pen.brand?.accent ?? LIGHT.hairline);
  drawFitted(pen, `Prepared by ${model.preparedBy}`, area.left, foot, TYPE.label, area.width - 160);
  drawLine(pen, `page ${page} of ${pen.pages}`, area.right, foot, TYPE.labelNumber, "right");
}
