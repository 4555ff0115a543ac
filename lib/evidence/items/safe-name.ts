/** Directional and invisible characters, which make a name read as another one. */
const HIDDEN =
  /\u00ad|\u034f|\u061c|[\u115f\u1160]|[\u17b4\u17b5]|\u180e|[\u200b-\u200f]|[\u2028-\u202f]|[\u2060-\u206f]|\ufeff|[\ufff9-\ufffc]/g;
const LONGEST = 120;

/**
 * A file's name as it may be shown, kept and handed to a browser: no folders, no control, directional or invisible
 * characters, nothing that file systems treat apart, and one extension alone ("report.pdf.exe" is "report_pdf.exe").
 */
export function safeName(name: string): string {
  const last = name.toWellFormed().normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const plain = [...last.replace(HIDDEN, "")]
    .filter((char) => char >= " " && char !== "\u007f" && !(char >= "\u0080" && char <= "\u009f"))
    .join("")
    .replace(/[<>:"|?*;%]/g, "_")
    .replace(/\s+/g, " ")
    .replace(/^[.\s]+|[.\s]+$/g, "");
  const at = plain.lastIndexOf(".");
  const [stem, extension] = at < 0 ? [plain, ""] : [plain.slice(0, at), plain.slice(at + 1).toLowerCase()];
  // "2026-11.v2" keeps its dots: what follows them is no extension of a program.
  const single = stem.replace(/\.(?=[a-z]{2,5}(\.|$))/gi, "_");
  const short = [...single].slice(0, LONGEST).join("").trim() || "file";
  return extension === "" ? short : `${short}.${[...extension].slice(0, 12).join("")}`;
}

/** The extension in small letters; "" where there is none. */
export function extensionOf(name: string): string {
  return /\.([a-z0-9]{1,12})$/i.exec(name)?.[1]?.toLowerCase() ?? "";
}

/** How a browser is told to keep a file under this name (RFC 6266): plain letters, and the same in UTF-8. */
export function attachmentAs(name: string): string {
  const safe = safeName(name);
  const plain = safe.replace(/[^\x20-\x7e]/g, "_").replace(/["\\]/g, "_");
  const encoded = encodeURIComponent(safe).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
