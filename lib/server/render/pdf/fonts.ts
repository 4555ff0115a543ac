import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Face } from "./type-scale.ts";

const FILES: Record<Face, string> = {
  sans: "geist-sans/Geist-Regular.ttf",
  bold: "geist-sans/Geist-SemiBold.ttf",
  mono: "geist-mono/GeistMono-Regular.ttf",
};

let read: Promise<Record<Face, Buffer>> | undefined;

/**
 * The report's fonts, read once in the life of the process. They lie in the geist package; its place is found from the
 * working directory at run time, because a bundler would otherwise rewrite or lose it. A failure is not remembered.
 */
export function reportFonts(): Promise<Record<Face, Buffer>> {
  read ??= readFonts().catch((error: unknown) => {
    read = undefined;
    throw new Error("the fonts of the report could not be read from node_modules/geist", { cause: error });
  });
  return read;
}

async function readFonts(): Promise<Record<Face, Buffer>> {
  const folder = path.join(/* turbopackIgnore: true */ process.cwd(), "node_modules", "geist", "dist", "fonts");
  const [sans, bold, mono] = await Promise.all(
    [FILES.sans, FILES.bold, FILES.mono].map((file) => readFile(path.join(folder, file))),
  );
  if (!sans || !bold || !mono) throw new Error("a font is missing");
  return { sans, bold, mono };
}
