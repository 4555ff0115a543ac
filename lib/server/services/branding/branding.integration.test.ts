import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Role } from "#lib/access/permissions.ts";
import { REPORT_FORMATS } from "#lib/contracts/inputs.ts";
import { jpegOf, pngOf } from "#lib/server/branding/logo.fixture.ts";
import { freshDatabase, type TestDatabase } from "#lib/server/db/test-database.ts";
import { readPdf } from "#lib/server/render/pdf/read-pdf.fixture.ts";
import { foundTenant, type Tenant } from "../matrix.fixture.ts";
import { exportReport } from "../reports/export-report.ts";
import { readBranding } from "./read-branding.ts";
import { readLogoFile } from "./read-logo-file.ts";
import { setBranding } from "./set-branding.ts";

let database: TestDatabase;
let home: Tenant;
let away: Tenant;
beforeAll(async () => {
  database = await freshDatabase();
  home = await foundTenant("home", "harbour");
  away = await foundTenant("away", "zanzibar");
});
afterAll(() => database?.close());

const as = (role: Role, tenant = home) => ({ userId: tenant.members[role], organization: tenant.slug });
const bytes = (logo: Buffer) => new Uint8Array(logo);
const exported = async (tenant: Tenant, format: (typeof REPORT_FORMATS)[number]) => {
  const { content } = await exportReport(as("consultant", tenant), { assessment: tenant.assessment, format });
  return content instanceof Readable ? buffer(content) : Buffer.from(content as Uint8Array);
};

describe("branding", () => {
  test("a consultant brands two organizations; every format carries its own name, and nothing of the other", async () => {
    await setBranding(as("consultant"), { name: "Northlight", accent: "#0B5394", logo: bytes(pngOf({ width: 90 })) });
    await setBranding(as("consultant", away), { name: "Southwind", accent: null, logo: bytes(pngOf({ width: 44 })) });
    for (const [tenant, own, other] of [
      [home, "Northlight", away],
      [away, "Southwind", home],
    ] as const) {
      for (const format of REPORT_FORMATS) {
        const file = await exported(tenant, format);
        const texts = [file.toString("latin1"), ...(file.subarray(0, 2).toString() === "PK" ? unzipped(file) : [])];
        const text = format === "pdf" || format === "summary" ? (await readPdf(file)).text : texts.join("\n");
        for (const foreign of [other.secret, own === "Northlight" ? "Southwind" : "Northlight"])
          expect([format, text.includes(foreign)]).toEqual([format, false]);
        if (!["calendar", "jira", "github", "tables"].includes(format))
          expect([format, text.includes(own)]).toEqual([format, true]);
      }
    }
  });

  test("the logo stands in the PDF and on the first slide, and the same state gives the same bytes", async () => {
    const pdf = await exported(home, "summary");
    expect(pdf.toString("latin1")).toMatch(/\/Subtype \/Image[^>]*\/Width 90|\/Width 90[^>]*\/Subtype \/Image/s);
    expect(Buffer.compare(pdf, await exported(home, "summary"))).toBe(0);
    const slides = unzipSync(await exported(home, "slides"));
    const images = Object.keys(slides).filter((name) => name.startsWith("ppt/media/"));
    expect(images.map((name) => Buffer.compare(Buffer.from(slides[name] ?? []), pngOf({ width: 90 })))).toContain(0);
  });

  test("a logo is kept until another comes or it is taken away; what does not fit is refused and changes nothing", async () => {
    const logo = async () => (await readLogoFile(as("leader"), {}))?.sha256 ?? null;
    const first = await logo();
    await setBranding(as("admin"), { name: "Northlight Ltd", accent: null, logo: null });
    expect(await logo()).toBe(first);
    await setBranding(as("admin"), { name: "Northlight Ltd", accent: null, logo: bytes(jpegOf()) });
    expect((await readLogoFile(as("leader"), {}))?.type).toBe("image/jpeg");
    for (const wrong of [
      { name: "x", accent: "#ffee00", logo: null },
      { name: "x", accent: null, logo: bytes(Buffer.from("<svg/>")) },
      { name: "x", accent: "red", logo: null },
      { name: "", accent: null, logo: null },
    ])
      await expect(setBranding(as("consultant"), wrong)).rejects.toMatchObject({ code: "invalid-input" });
    expect((await readBranding(as("leader"), {})).branding).toMatchObject({ name: "Northlight Ltd", accent: null });
    await setBranding(as("admin"), { name: "Northlight Ltd", accent: null, logo: null, removeLogo: true });
    expect(await logo()).toBeNull();
    await expect(setBranding(as("architect"), { name: "x", accent: null, logo: null })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

function unzipped(file: Buffer): string[] {
  return Object.values(unzipSync(file)).map((part) => Buffer.from(part).toString("utf8"));
}
