import { z } from "zod";
import {
  type ExchangeHead,
  type ExchangeRow,
  NoQuestionnaire,
  type ReadExchange,
  type ReadRow,
  type RefusedCell,
} from "./exchanged.ts";
import { sayLevel } from "./level-words.ts";
import { readSaid } from "./read-said.ts";

export const DOCUMENT_FORMAT = "chartroom-answers/1";
const MOST_ANSWERS = 20_000;

/** The questionnaire for programs: the same rows as the sheet, as plain data for JSON and YAML. */
export function documentOf(head: ExchangeHead, rows: readonly ExchangeRow[]) {
  return {
    format: DOCUMENT_FORMAT,
    organization: head.organization,
    assessment: { id: head.assessment.id, name: head.assessment.name },
    catalogue: head.catalogue,
    exportedAt: head.exportedAt,
    answers: rows.map((row) => ({
      question: row.question,
      version: row.answer?.version ?? 0,
      wording: row.meaning,
      dimension: row.dimension,
      concern: row.concern,
      asks: row.asks,
      level: row.answer?.maturity ?? (sayLevel(row.answer) || null),
      comment: row.answer?.comment ?? "",
      confidence: row.answer?.confidence ?? null,
      levels: row.levels,
      why: row.why,
      findOut: row.findOut,
      answeredBy: row.answer?.by ?? null,
      answeredAt: row.answer?.at ?? null,
      toConfirm: row.toConfirm,
      notAsked: row.notAsked,
    })),
  };
}

const Head = z.object({
  format: z.literal(DOCUMENT_FORMAT),
  assessment: z.object({ id: z.string() }).optional(),
  answers: z.array(z.unknown()).max(MOST_ANSWERS),
});
const Entry = z.object({
  question: z.string().min(1).max(120),
  version: z.int().min(0).default(0),
  wording: z.string().max(120).default(""),
  level: z.union([z.string(), z.number()]).nullish(),
  comment: z.string().nullish(),
  confidence: z.string().nullish(),
});

/** What a document says: parsed JSON or YAML. Throws NoQuestionnaire when it is another kind of document. */
export function readDocument(document: unknown): ReadExchange {
  const head = Head.safeParse(document);
  if (!head.success)
    throw new NoQuestionnaire(
      "This file is no questionnaire of Chartroom.",
      `Nothing was stored. It has to hold "format": "${DOCUMENT_FORMAT}" and a list "answers": export the questionnaire and fill in that file.`,
    );
  const rows: ReadRow[] = [];
  const refused: RefusedCell[] = [];
  for (const [at, raw] of head.data.answers.entries()) {
    const place = `answers, entry ${at + 1}`;
    const entry = Entry.safeParse(raw);
    if (!entry.success) {
      const [issue] = entry.error.issues;
      refused.push({
        place: `${place}, "${issue?.path.join(".") || "question"}"`,
        says: `${issue?.message}. Mend it.`,
      });
      continue;
    }
    const { question, version, wording, level, comment, confidence } = entry.data;
    const read = readSaid(String(level ?? ""), comment ?? "", confidence ?? "");
    if ("says" in read) refused.push({ place: `${place}, "${read.field}"`, says: read.says });
    else rows.push({ place, question, version, meaning: wording, said: read.said });
  }
  return { assessment: head.data.assessment?.id ?? null, rows, refused };
}
