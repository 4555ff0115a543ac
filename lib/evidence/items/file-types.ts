/** What files may be: the type by content, with the extensions that fit it. Text is told by its characters. */
export const EVIDENCE_TYPES: readonly { mediaType: string; extensions: readonly string[] }[] = [
  { mediaType: "image/png", extensions: ["png"] },
  { mediaType: "image/jpeg", extensions: ["jpg", "jpeg"] },
  { mediaType: "image/webp", extensions: ["webp"] },
  { mediaType: "image/gif", extensions: ["gif"] },
  { mediaType: "application/pdf", extensions: ["pdf"] },
  {
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    extensions: ["docx"],
  },
  { mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", extensions: ["xlsx"] },
  {
    mediaType: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    extensions: ["pptx"],
  },
  { mediaType: "text/plain", extensions: ["txt", "log", "md", "csv", "json", "yaml", "yml"] },
];

/** All of them, for a dialog that chooses a file. */
export const EVIDENCE_EXTENSIONS: readonly string[] = EVIDENCE_TYPES.flatMap(({ extensions }) => extensions);
