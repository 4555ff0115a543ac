import "server-only";
import { Readable } from "node:stream";
import { stringify } from "yaml";
import type { ExchangeFormat } from "#lib/contracts/inputs.ts";
import { documentOf } from "#lib/exchange/document.ts";
import type { ExchangeHead, ExchangeRow } from "#lib/exchange/exchanged.ts";
import { formOfRows } from "#lib/exchange/form-of-rows.ts";
import { renderForm } from "#lib/server/render/workbook/render-form.ts";

type Format = { contentType: string; render: (head: ExchangeHead, rows: readonly ExchangeRow[]) => Readable };

/** What the questionnaire is written as, each read back by lib/server/collect/read-questionnaire-file.ts. */
export const FORMATS: Record<ExchangeFormat, Format> = {
  xlsx: {
    contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    render: (head, rows) => renderForm(formOfRows(head, rows)),
  },
  json: {
    contentType: "application/json",
    render: (head, rows) => textOf(`${JSON.stringify(documentOf(head, rows), null, 2)}\n`),
  },
  yaml: {
    contentType: "application/yaml",
    render: (head, rows) => textOf(stringify(documentOf(head, rows), { aliasDuplicateObjects: false })),
  },
};

function textOf(text: string): Readable {
  return Readable.from([Buffer.from(text)]);
}
