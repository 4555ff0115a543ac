/** The consultancy in whose name a report is handed over, as those who draw it need it. */
export type Brand = {
  name: string;
  /** Six-digit hex colour, dark enough on white; null: the product's own. */
  accent: string | null;
  logo: { bytes: Uint8Array; width: number; height: number; type: LogoType } | null;
};
export type LogoType = "image/png" | "image/jpeg";

/** Where a logo stands in a box: as large as it fits, never larger than it is in points, its proportions kept. */
export function fitLogo(logo: { width: number; height: number }, box: { width: number; height: number }) {
  const scale = Math.min(box.width / logo.width, box.height / logo.height, 1);
  return { width: logo.width * scale, height: logo.height * scale };
}
