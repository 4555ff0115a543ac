import { readFile } from "node:fs/promises";
import { jpegOf, pngOf } from "#lib/server/branding/logo.fixture.ts";
import { readPdf } from "#lib/server/render/pdf/read-pdf.fixture.ts";
import { asBrowserCookie, groundCookie } from "../support/sign-in-once.ts";
import { expect, provingGround, test } from "../support/test.ts";

test("a consultant sets name, colour and logo; what does not fit is said beside its field, and the summary carries them", async ({
  browser,
  baseURL,
}) => {
  const ground = provingGround();
  const context = await browser.newContext({ baseURL });
  await context.addCookies([asBrowserCookie(await groundCookie("consultant"))]);
  const page = await context.newPage();
  await page.goto(`/${ground.slug}/branding`);
  await page.getByLabel("Name of the consultancy").fill("Northlight & Partners");
  await page.getByLabel("Colour").fill("#ffee00");
  await page.getByRole("button", { name: "Save the branding" }).click();
  await expect(
    page.getByText("This colour is too light to be seen on paper. Choose a darker one.").first(),
  ).toBeVisible();
  await page.getByLabel("Colour").fill("#7a1f3d");
  await page
    .getByLabel("Logo", { exact: false })
    .first()
    .setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: Buffer.from("<svg onload=alert(1)>") });
  await page.getByRole("button", { name: "Save the branding" }).click();
  await expect(page.getByText("It is neither a PNG nor a JPEG. Save it as one of them.").first()).toBeVisible();
  await page
    .getByLabel("Logo", { exact: false })
    .first()
    .setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: pngOf({ width: 180, height: 60 }) });
  await page.getByRole("button", { name: "Save the branding" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Deliverables carry the name of Northlight & Partners",
  );
  const logo = page.getByRole("img", { name: "Logo of Northlight & Partners" });
  await expect(logo).toHaveJSProperty("naturalWidth", 180);

  await page.goto(`/${ground.slug}/assessments/${ground.assessment}/deliverables`);
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: /^Executive summary, PDF/ }).click();
  const pdf = await readPdf(await readFile(await (await coming).path()));
  expect(pdf.pages).toHaveLength(2);
  expect(pdf.text).toContain("Northlight & Partners");

  // An architect sees it and cannot change it; another kind of picture is another kind of file.
  const other = await browser.newContext({ baseURL });
  await other.addCookies([asBrowserCookie(await groundCookie("architect"))]);
  const reader = await other.newPage();
  await reader.goto(`/${ground.slug}/branding`);
  await expect(reader.getByText("A consultant or an admin sets it.")).toBeVisible();
  await expect(reader.getByRole("button", { name: "Save the branding" })).toHaveCount(0);
  await page.goto(`/${ground.slug}/branding`);
  await page
    .getByLabel("Logo", { exact: false })
    .first()
    .setInputFiles({ name: "logo.jpg", mimeType: "image/jpeg", buffer: jpegOf() });
  await page.getByRole("button", { name: "Save the branding" }).click();
  await expect
    .poll(async () => (await reader.request.get(`/${ground.slug}/branding/logo`)).headers()["content-type"])
    .toBe("image/jpeg");
});
