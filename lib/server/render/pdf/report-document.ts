import PDFDocument from "pdfkit";
import type { ReportModel } from "#lib/report/report.ts";
import { reportFonts } from "./fonts.ts";
import { documentString } from "./literal.ts";
import type { Face } from "./type-scale.ts";

const FACES: readonly Face[] = ["sans", "bold", "mono"];

/** pdfkit's document, with metadata whose text is escaped: pdfkit itself puts titles into the XML as they are. */
class ReportDocument extends PDFDocument {
  _addInfo(): void {
    const { Title = "", Author = "", Creator = "", Producer = "", CreationDate } = this.info;
    const about = `<rdf:Description rdf:about=""`;
    this.appendXML(`${about} xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<xmp:CreateDate>${CreationDate?.toISOString().replace(/\.\d+/, "") ?? ""}</xmp:CreateDate>
<xmp:CreatorTool>${escapeXml(Creator)}</xmp:CreatorTool></rdf:Description>
${about} xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(Title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${escapeXml(Author)}</rdf:li></rdf:Seq></dc:creator></rdf:Description>
${about} xmlns:pdf="http://ns.adobe.com/pdf/1.3/"><pdf:Producer>${escapeXml(Producer)}</pdf:Producer></rdf:Description>`);
  }
}

/** An empty, tagged document whose dates and ids come from the model alone. */
export async function openDocument(model: ReportModel): Promise<PDFKit.PDFDocument> {
  const fonts = await reportFonts();
  const date = new Date(`${model.date.slice(0, 10)}T00:00:00Z`);
  const options = {
    autoFirstPage: false,
    bufferPages: true,
    // Empty: pdfkit must not fetch a standard font from its own files.
    font: "",
    pdfVersion: "1.7" as const,
    tagged: true,
    lang: "en-GB",
    displayTitle: true,
    subset: "PDF/UA" as unknown as PDFKit.Mixins.PDFSubsets,
    info: {
      Title: documentString(`${model.organization} · ${model.assessment} · roadmap report`),
      Author: documentString(model.preparedBy),
      Subject: documentString(`Version ${model.version} · SHA-256 ${model.digest}`),
      Creator: "Chartroom",
      Producer: "Chartroom",
      CreationDate: date,
      ModDate: date,
    },
  };
  const doc = new ReportDocument(options);
  for (const face of FACES) registerFace(doc, face, fonts[face]);
  return doc;
}

/** What pdfkit holds of its current font, beyond its published types. */
type CurrentFont = { _font: { font: PDFKit.Mixins.PDFFontSource } };

const parsed = new Map<Face, PDFKit.Mixins.PDFFontSource>();

/** A font is parsed once in the life of the process: parsing and its tables cost more than a small report. */
function registerFace(doc: PDFKit.PDFDocument, face: Face, bytes: Buffer): void {
  doc.registerFont(face, parsed.get(face) ?? bytes).font(face);
  if (!parsed.has(face)) parsed.set(face, (doc as unknown as CurrentFont)._font.font);
}

/** Ends the document and gives its bytes. */
export function closeDocument(doc: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    doc.on("data", (chunk: Buffer) => chunks.push(chunk));
    doc.on("end", () => resolve(Buffer.concat(chunks)));
    doc.on("error", reject);
    doc.end();
  });
}

/** Slashes too: so that no name in the metadata can be taken for a key of the file. */
function escapeXml(text: string): string {
  return text.replace(/[&<>/]/g, (character) => `&#${character.charCodeAt(0)};`);
}
