import type { Box } from "#lib/maps/geometry.ts";
import { documentString } from "./literal.ts";
import type { Pen, Structure } from "./pen.ts";

/** Tags of the standard structure that the report uses. */
export type Tag =
  | "H1"
  | "H2"
  | "H3"
  | "P"
  | "Figure"
  | "Table"
  | "TR"
  | "TH"
  | "TD"
  | "Sect"
  | "L"
  | "LI"
  | "LBody"
  | "TOC"
  | "TOCI"
  | "Link"
  | "Caption";

/** `scope` for header cells, `alt` and `box` for figures; the rest of the file's structure is implied by the tag. */
export type TagOptions = { alt?: string; scope?: "Column" | "Row"; box?: Box };

/** Draws something as content of a new element of the tag tree. What draws must not itself be tagged. */
export function tagged(pen: Pen, tag: Tag, draw: () => void, options: TagOptions = {}): void {
  const element = open(pen, tag, options);
  const content = pen.doc.markStructureContent(tag);
  draw();
  pen.doc.endMarkedContent();
  element.add(content);
  element.end();
}

/** An element that holds other elements: everything tagged while `draw` runs belongs to it. */
export function grouped(pen: Pen, tag: Tag, draw: () => void, options: TagOptions = {}): void {
  const before = pen.parent;
  const element = open(pen, tag, options);
  pen.parent = element;
  draw();
  element.end();
  pen.parent = before;
}

/** Decoration: rules, grounds, repeated heads. Nothing that a screen reader should say. */
export function decoration(pen: Pen, draw: () => void, type: "Layout" | "Pagination" = "Layout"): void {
  pen.doc.markContent("Artifact", { type });
  draw();
  pen.doc.endMarkedContent();
}

function open(pen: Pen, tag: Tag, { alt, scope, box }: TagOptions): Structure {
  const options = {
    ...(alt === undefined ? {} : { alt: documentString(alt) }),
    ...(scope ? { scope } : {}),
    ...(box ? { bbox: [box.x, box.y, box.x + box.width, box.y + box.height] } : {}),
  };
  const element = pen.doc.struct(tag, options);
  pen.parent.add(element);
  return element;
}
