import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";

/** A piece of text in points from the lower left corner of its page. */
export type PlacedText = { text: string; x: number; right: number; y: number; page: { width: number; height: number } };

/** What a reader sees in a PDF: text by page with its spaces made even, bookmarks, links, tags, title. */
export type ReadPdf = {
  pages: string[];
  /** All pages in one line. */
  text: string;
  bookmarks: string[];
  links: string[];
  items: PlacedText[];
  tags: string[];
  alts: string[];
  title: string;
};

type TagNode = { role?: string; alt?: string; children?: TagNode[] };

/** Parses a PDF the way a browser does; without `tags` the tag tree is left out, which is quicker. */
export async function readPdf(bytes: Uint8Array, tags = false): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS, useSystemFonts: false });
  const document = await task.promise;
  const read: ReadPdf = { pages: [], text: "", bookmarks: [], links: [], items: [], tags: [], alts: [], title: "" };
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const content = await page.getTextContent();
    read.pages.push(even(content.items.map((item) => ("str" in item ? item.str : "")).join(" ")));
    const [, , width = 0, height = 0] = page.view;
    for (const item of content.items) {
      if (!("str" in item) || item.str.trim() === "") continue;
      const [, , , , x = 0, y = 0] = item.transform;
      read.items.push({ text: item.str, x, right: x + item.width, y, page: { width, height } });
    }
    for (const annotation of await page.getAnnotations()) read.links.push(annotation.url ?? "inside");
    if (tags) collectTags(((await page.getStructTree()) as TagNode | null) ?? {}, read);
  }
  read.text = read.pages.join(" ");
  read.bookmarks = ((await document.getOutline()) ?? []).map((item) => item.title);
  const { info } = await document.getMetadata();
  read.title = "Title" in info ? String(info.Title) : "";
  await task.destroy();
  return read;
}

function collectTags(node: TagNode, read: ReadPdf): void {
  if (node.role) read.tags.push(node.role);
  if (node.alt) read.alts.push(node.alt);
  for (const child of node.children ?? []) collectTags(child, read);
}

function even(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
