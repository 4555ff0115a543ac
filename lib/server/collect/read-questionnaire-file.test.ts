import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import readExcelFile from "read-excel-file/node";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { QUESTIONNAIRE_FILE_LIMIT } from "#lib/contracts/exchange-limits.ts";
import { documentOf } from "#lib/exchange/document.ts";
import { type ExchangeRow, NoQuestionnaire, type Said, saysTheSame } from "#lib/exchange/exchanged.ts";
import { formOfRows } from "#lib/exchange/form-of-rows.ts";
import { mergeRows } from "#lib/exchange/merge-rows.ts";
import { HEAD, rowFixture, storedFixture } from "#lib/exchange/questionnaire.fixture.ts";
import { bytesOf } from "../render/bytes-of.fixture.ts";
import { renderForm } from "../render/workbook/render-form.ts";
import { readQuestionnaireFile } from "./read-questionnaire-file.ts";

const workbook = (rows: readonly ExchangeRow[]) => bytesOf(renderForm(formOfRows(HEAD, rows)));
const json = async (rows: readonly ExchangeRow[]) => strToU8(JSON.stringify(documentOf(HEAD, rows)));
const yaml = async (rows: readonly ExchangeRow[]) => strToU8(stringify(documentOf(HEAD, rows)));

/** Texts that a database can hold: well formed, without NUL, not blank at both ends alone. */
const comment = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.constantFrom(
    "=1+1",
    "+1",
    "-1",
    "@x",
    "\t=1",
    "a\r\nb",
    "_x000D_",
    "]]>",
    "<f>1</f>",
    "&amp;",
    "'x",
    " x ",
    "1",
    "\u0001",
  ),
);
const said: fc.Arbitrary<Said> = fc.oneof(
  fc.record({
    maturity: fc.constantFrom(0, 1, 2, 3, 4),
    notApplicable: fc.constant(false),
    comment,
    confidence: fc.constantFrom("low", "medium", "high"),
  }),
  fc.record({
    maturity: fc.constant(null),
    notApplicable: fc.constant(true),
    comment: comment.filter((text) => text.trim() !== ""),
    confidence: fc.constantFrom("low", "medium", "high"),
  }),
);
const answers = fc.array(fc.option(said), { minLength: 1, maxLength: 8 });

test.each([
  ["workbook", workbook],
  ["json", json],
  ["yaml", yaml],
])("%s: every answered field comes back as it was, and importing an export changes nothing", async (_, exported) => {
  await fc.assert(
    fc.asyncProperty(answers, async (all) => {
      const rows = all.map((each, at) => rowFixture(`q${at}`, each && storedFixture({ ...each, version: at + 1 })));
      const read = readQuestionnaireFile(await exported(rows), "answers");
      expect(read.refused).toEqual([]);
      expect(read.assessment).toBe(HEAD.assessment.id);
      expect(read.rows.map(({ question, version, meaning }) => [question, version, meaning])).toEqual(
        rows.map(({ question, answer, meaning }) => [question, answer?.version ?? 0, meaning]),
      );
      for (const [at, { said: back }] of read.rows.entries()) {
        const before = all[at] ?? null;
        if (before === null || back === null) expect(back).toBe(before);
        else expect([saysTheSame(back, before), back.confidence]).toEqual([true, before.confidence]);
      }
      const known = (question: string) => {
        const stored = rows.find((row) => row.question === question)?.answer ?? null;
        return { asked: { meaning: rows[0]?.meaning ?? "" }, stored, atVersion: () => stored };
      };
      const merged = mergeRows(read.rows, known, true);
      expect(merged.rows.map(({ is }) => is)).toEqual(all.map((each) => (each ? "unchanged" : "left-blank")));
    }),
    { numRuns: 150, seed: 20261123 },
  );
});

test("another program reads the form, and no text in it is a formula", async () => {
  const rows = [
    rowFixture("q0", storedFixture({ comment: '=HYPERLINK("http://evil.example")' })),
    rowFixture("q1", null),
  ];
  const [sheet] = await readExcelFile(Buffer.from(await workbook(rows)), { trim: false });
  expect(sheet?.data[1]).toContain('=HYPERLINK("http://evil.example")');
  expect(sheet?.data[1]).toContain("2 partial");
  expect(sheet?.data[2]?.[0]).toBe("q1");
});

test("the same rows give the same bytes", async () => {
  const rows = [rowFixture("q0", storedFixture())];
  expect(await workbook(rows)).toEqual(await workbook(rows));
});

/** A workbook as another program writes one: shared strings, prefixes, cells without references. */
function foreign(sheet: string, more: Record<string, string> = {}): Uint8Array {
  const parts = {
    "xl/workbook.xml":
      '<x:workbook xmlns:x="s" xmlns:r="o"><x:sheets><x:sheet name="Mine" sheetId="7" r:id="rId9"/></x:sheets></x:workbook>',
    "xl/_rels/workbook.xml.rels":
      '<Relationships><Relationship Id="rId9" Target="/xl/worksheets/other.xml"/></Relationships>',
    "xl/worksheets/other.xml": sheet,
    "xl/sharedStrings.xml":
      "<sst><si><t>Question id</t></si><si><t>Version</t></si><si><r><t>Your </t></r><r><t>level</t></r><rPh><t>x</t></rPh></si><si><t>Comment, or why it does not apply</t></si><si><t>Confidence</t></si></sst>",
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)])));
}
const HEADS = `<row r="4">${[0, 1, 2, 3, 4].map((at) => `<c t="s"><v>${at}</v></c>`).join("")}</row>`;
const sheetOf = (...rows: string[]) => `<worksheet><sheetData>${HEADS}${rows.join("")}</sheetData></worksheet>`;
const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const line = (...cells: string[]) => `<row>${cells.join("")}</row>`;

test("what another program saved is read: shared and rich texts, numbers with all their digits, cells by place", () => {
  const file = foreign(
    sheetOf(line(text("q0"), "<c><v>2</v></c>", "<c><v>3.0000000000000000E0</v></c>", text("a &#x3C; b"))),
  );
  expect(readQuestionnaireFile(file, "mine.xlsx").rows).toEqual([
    {
      place: 'sheet "Mine", row 5',
      question: "q0",
      version: 2,
      meaning: "",
      said: { maturity: 3, notApplicable: false, comment: "a < b", confidence: "medium" },
    },
  ]);
});

test.each([
  ["a formula", line(text("q0"), "<c/>", "<c><f>1+1</f><v>2</v></c>"), 'column "Your level"', "formula"],
  ["an error", line(text("q0"), "<c/>", '<c t="e"><v>#REF!</v></c>'), 'column "Your level"', "error"],
  ["an unknown level", line(text("q0"), "<c/>", text("always")), 'column "Your level"', '"always" is no level'],
  ["a level of 7", line(text("q0"), "<c/>", "<c><v>7</v></c>"), 'column "Your level"', '"7" is no level'],
  ["a comment without a level", line(text("q0"), "<c/>", "<c/>", text("why")), 'column "Your level"', "Choose a level"],
  ["no reason", line(text("q0"), "<c/>", text("n/a")), "Comment, or why", "Write the reason"],
  [
    "an unknown confidence",
    line(text("q0"), "<c/>", text("3"), "<c/>", text("sure")),
    '"Confidence"',
    "low, medium or high",
  ],
  ["no id", line("<c/>", "<c/>", text("3")), '"Question id"', "fresh export"],
  ["a broken version", line(text("q0"), text("two"), text("3")), '"Version"', "fresh export"],
  ["a long comment", line(text("q0"), "<c/>", text("3"), text("x".repeat(10_001))), "Comment, or why", "10000"],
])("%s is refused by its place, with what to do; the row beside it is taken", (_, bad, column, says) => {
  const read = readQuestionnaireFile(foreign(sheetOf(bad, line(text("q1"), "<c/>", text("3")))), "mine.xlsx");
  expect(read.rows.map(({ question }) => question)).toEqual(["q1"]);
  expect(read.refused).toHaveLength(1);
  expect(read.refused[0]?.place).toContain('sheet "Mine", row 5');
  expect(read.refused[0]?.place).toContain(column);
  expect(read.refused[0]?.says).toContain(says);
});

test("two rows that answer one question differently are both refused; the same twice counts once, a blank one does not count", () => {
  const three = line(text("q0"), "<c/>", text("3"));
  const differing = readQuestionnaireFile(foreign(sheetOf(three, line(text("q0"), "<c/>", text("2")))), "mine.xlsx");
  expect([differing.rows.length, differing.refused[0]?.place]).toEqual([
    0,
    'sheet "Mine", row 5 and sheet "Mine", row 6',
  ]);
  const same = readQuestionnaireFile(foreign(sheetOf(three, line(text("q0")), three)), "mine.xlsx");
  expect([same.rows.length, same.refused.length, same.rows[0]?.said?.maturity]).toEqual([1, 0, 3]);
});

const bomb = zipSync({ "xl/workbook.xml": strToU8("x"), "xl/worksheets/a.xml": new Uint8Array(64 * 1024 ** 2) });
test.each([
  ["nothing", new Uint8Array(), "is empty"],
  ["too much", new Uint8Array(QUESTIONNAIRE_FILE_LIMIT + 1), "larger than"],
  ["a text", strToU8("just words"), "no questionnaire"],
  ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff]), "cannot be read"],
  ["half a zip", bomb.subarray(0, 500), "damaged"],
  ["a zip without a workbook", zipSync({ "a.txt": strToU8("x") }), "no workbook"],
  ["a bomb", bomb, "unpacks to more than"],
  [
    "many parts",
    zipSync(Object.fromEntries(Array.from({ length: 501 }, (_, at) => [`${at}`, strToU8("")]))),
    "more than 500 parts",
  ],
  ["a document type", foreign('<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>'), "document type"],
  ["another workbook", foreign("<worksheet><sheetData/></worksheet>"), "No sheet of this file"],
  ["too many rows", foreign(sheetOf(line(text("q0")).repeat(20_001))), "more than 20000 rows"],
  ["aliases that grow", strToU8("a: &a [x]\nb: *a\n"), "cannot be read"],
  ["another document", strToU8('{"kind":"List"}'), "no questionnaire of Chartroom"],
])("%s is refused as a whole, with the reason", (_, bytes, says) => {
  expect(() => readQuestionnaireFile(bytes, "answers.xlsx")).toThrow(NoQuestionnaire);
  expect(() => readQuestionnaireFile(bytes, "answers.xlsx")).toThrow(says);
});

test("a damaged workbook never does anything but be read or be refused", async () => {
  const whole = await workbook([rowFixture("q0", storedFixture()), rowFixture("q1", null)]);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
      (changes) => {
        const bytes = Uint8Array.from(whole);
        for (const [at, value] of changes) bytes[at] = value;
        try {
          readQuestionnaireFile(bytes, "answers.xlsx");
        } catch (error) {
          expect(error).toBeInstanceOf(NoQuestionnaire);
        }
      },
    ),
    { numRuns: 300, seed: 7 },
  );
});
