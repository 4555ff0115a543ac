import "server-only";
import { unzipSync } from "fflate";
import { parse } from "yaml";
import { QUESTIONNAIRE_FILE_LIMIT } from "#lib/contracts/exchange-limits.ts";
import { readDocument } from "#lib/exchange/document.ts";
import { NoQuestionnaire, type ReadExchange, saysTheSame } from "#lib/exchange/exchanged.ts";
import { readForm, withoutDoubles } from "#lib/exchange/read-form.ts";
import { readWorkbook } from "#lib/exchange/workbook/read-workbook.ts";
import { BadXml } from "#lib/exchange/workbook/xml-events.ts";

/** What a questionnaire may unpack to; a real one has 1 MiB. */
const MOST_UNPACKED = 16 * 1024 ** 2;
const MOST_PARTS = 500;
/** What is read of a workbook. Pictures, macros, links and printer settings are never unpacked. */
const PARTS = /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|worksheets\/[\w.-]+\.xml)$/i;

/**
 * What a questionnaire says that comes back as .xlsx, .json or .yaml, told by its bytes. Throws NoQuestionnaire with the reason
 * and what to do when it cannot be read as a whole.
 */
export function readQuestionnaireFile(bytes: Uint8Array, fileName: string): ReadExchange {
  if (bytes.length === 0) throw new NoQuestionnaire(`${fileName} is empty.`, "Nothing was stored.");
  if (bytes.length > QUESTIONNAIRE_FILE_LIMIT)
    throw new NoQuestionnaire(
      `${fileName} is larger than ${QUESTIONNAIRE_FILE_LIMIT / 1024 ** 2} MiB.`,
      "Nothing was stored. Take pictures and other sheets out of it, or export the questionnaire anew.",
    );
  const read = isZip(bytes) ? readForm(sheetsOf(bytes, fileName)) : readDocument(parsed(bytes, fileName));
  return withoutDoubles(read, (a, b) => a.said !== null && b.said !== null && saysTheSame(a.said, b.said));
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

function sheetsOf(bytes: Uint8Array, fileName: string) {
  let [parts, unpacked] = [0, 0];
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (++parts > MOST_PARTS) throw new BadXml(`it has more than ${MOST_PARTS} parts`);
        if (!PARTS.test(name)) return false;
        unpacked += originalSize;
        if (unpacked > MOST_UNPACKED) throw new BadXml(`it unpacks to more than ${MOST_UNPACKED / 1024 ** 2} MiB`);
        return true;
      },
    });
    const text = new TextDecoder("utf-8", { fatal: true });
    return readWorkbook(new Map(Object.entries(files).map(([name, part]) => [name, text.decode(part)])));
  } catch (error) {
    const reason = error instanceof BadXml ? error.message : "it is damaged";
    throw new NoQuestionnaire(
      `${fileName} is no workbook that can be read: ${reason}.`,
      "Nothing was stored. Open it in your spreadsheet program, save it as .xlsx without a password and choose it again.",
    );
  }
}

function parsed(bytes: Uint8Array, fileName: string): unknown {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    // Nothing of ours uses aliases, and a few of them can grow into gigabytes.
    return text.trimStart().startsWith("{") ? JSON.parse(text) : parse(text, { maxAliasCount: 0, schema: "core" });
  } catch {
    throw new NoQuestionnaire(
      `${fileName} cannot be read.`,
      "Nothing was stored. Choose a questionnaire that was exported as .xlsx, .json or .yaml. An older .xls or a .csv has to be saved as .xlsx first.",
    );
  }
}
